package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.core.CortexTransport;
import org.jspecify.annotations.Nullable;

/** What all workflows of a client share. */
final class ClientContext {
  final CortexTransport transport;
  final PageNumbers numbers = PageNumbers.unknown();
  final OpenWaits waits = new OpenWaits();

  ClientContext(CortexTransport transport) {
    this.transport = transport;
  }

  /** Requires an ID that can be a part of a path. */
  static String requireId(String id, String name) {
    requireNonNull(id, name + " == null");
    if (isBlank(id) || id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException(
          "Expected an ID for " + name + ", found '" + id + "'; copy it from the Cortex app");
    }
    return id;
  }

  /** Refuses a request for an event stream, which is no JSON. */
  static void requireJson(@Nullable Boolean stream) {
    if (Boolean.TRUE.equals(stream)) {
      throw new IllegalArgumentException(
          "Expected stream to be false or not set, found true; this method reads JSON, not an event"
              + " stream");
    }
  }

  private static boolean isBlank(String id) {
    return id.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
