package ai.withcortex.client.internal;

/** A source that fetches its pages with a client. */
public interface ClientSource {
  /** Returns the waits between requests that end when the client closes. */
  OpenWaits waits();
}
