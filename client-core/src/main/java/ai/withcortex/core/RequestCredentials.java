package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.call.Delivery;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a client, or of one request, attached to the request as a tag: those of the
 * client that creates the request, unless its call replaces them. Only the origin of that client
 * gets a key.
 */
final class RequestCredentials {
  private final HttpUrl origin;
  private final @Nullable RequestCredentials ofClient;
  private volatile Credentials credentials;

  /** Creates the credentials of a client. */
  RequestCredentials(HttpUrl origin, Credentials credentials) {
    this(origin, credentials, null);
  }

  private RequestCredentials(
      HttpUrl origin, Credentials credentials, @Nullable RequestCredentials ofClient) {
    this.origin = origin;
    this.credentials = credentials;
    this.ofClient = ofClient;
  }

  /**
   * Returns the request with the tags of an attempt. One that only reads does no harm wherever it
   * arrives, so nobody keeps book of it.
   *
   * @param withOwn whether it has credentials of its own, at first those of its client
   */
  Request tagged(Request request, boolean withOwn) {
    String method = request.method();
    boolean onlyReads = method.equals("GET") || method.equals("HEAD");
    if (onlyReads && !withOwn) {
      return request;
    }
    Request.Builder tagged = request.newBuilder();
    if (!onlyReads) {
      tagged.tag(Delivery.class, new Delivery(method, RetryStrategy.isRepeatable(method)));
    }
    if (withOwn) {
      tagged.tag(RequestCredentials.class, new RequestCredentials(origin, credentials, this));
    }
    return tagged.build();
  }

  /** Returns the tag of a request, or null if it has none. */
  static @Nullable RequestCredentials of(Request request) {
    return request.tag(RequestCredentials.class);
  }

  /** Returns the credentials that a request gets its key from, or null if it gets none. */
  static @Nullable Credentials in(Request request) {
    RequestCredentials own = of(request);
    return own != null && own.isForOrigin(request.url()) ? own.credentials : null;
  }

  /** Replaces the credentials of a request for which {@link #in} returns some. */
  static void replace(Request request, Credentials credentials) {
    requireNonNull(of(request), "no credentials").credentials = credentials;
  }

  /**
   * Requires that the client with these credentials created the request, and sends it to its own
   * server. The key of a single call must reach neither another client nor another server.
   *
   * @throws IllegalArgumentException if it does not
   */
  void requireOwn(Request request) {
    RequestCredentials own = of(request);
    if (own == null || own.ofClient != this || !isForOrigin(request.url())) {
      throw new IllegalArgumentException(
          "Expected a call from an interface of this client for credentials of its own, found a"
              + " call from elsewhere or to another server; create it with the interface that the"
              + " operation receives.");
    }
  }

  /** Returns the key for a request to the given URL, or null if the URL must not get one. */
  @Nullable String key(HttpUrl url) throws IOException {
    return isForOrigin(url) ? credentials.next() : null;
  }

  private boolean isForOrigin(HttpUrl url) {
    return url.scheme().equals(origin.scheme())
        && url.host().equals(origin.host())
        && url.port() == origin.port();
  }

  /** Those of one call, whose keys are asked for on threads that the end of the call interrupts. */
  static final class OfCall {
    /** Where the keys come from; null if the call gets none from this SDK. */
    private final @Nullable Credentials source;

    /** The credentials that the next attempt uses instead of those of its request. */
    private @Nullable Credentials replacement;

    /** The thread that waits for user code. */
    private @Nullable Thread asking;

    private boolean hasInterrupted;
    private boolean hasEnded;

    /**
     * Creates the keys of a call.
     *
     * @param own the credentials of this call alone; null if it uses those of its request
     */
    OfCall(Request request, @Nullable Credentials own) {
      this.source = own == null ? in(request) : own;
      this.replacement = own;
    }

    /** Returns whether each attempt asks for its key. */
    boolean mayChange() {
      return source != null && source.mayChange();
    }

    /** Asks for the key of the next attempt on this thread, which a supplier may block. */
    void ask() {
      Credentials asked = source;
      synchronized (this) {
        if (asked == null || hasEnded) {
          return;
        }
        asking = Thread.currentThread();
      }
      replacement = asked.asked();
      synchronized (this) {
        asking = null;
        if (hasInterrupted) {
          Thread.interrupted();
        }
      }
    }

    /** Ends the wait for a supplier. An interrupt that is not from here is kept. */
    synchronized void end() {
      hasEnded = true;
      if (asking != null && !asking.isInterrupted()) {
        hasInterrupted = true;
        asking.interrupt();
      }
    }

    synchronized boolean isAsking() {
      return asking != null;
    }

    /** Returns whether there is a key, as far as it has been asked for. */
    boolean isUsable() {
      return replacement == null || replacement == source || replacement.isUsable();
    }

    /** Attaches the credentials to the request of the next attempt. */
    void attachTo(Request request) {
      if (replacement != null) {
        replace(request, replacement);
      }
    }
  }
}
