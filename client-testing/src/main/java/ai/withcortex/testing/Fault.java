package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ai.withcortex.testing.server.HeaderSyntax;
import ai.withcortex.testing.server.ResponseTiming;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.server.Truncation;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * An error or delay in a response from a {@link CortexSandbox}.
 *
 * <pre>{@code
 * Fault busy = Fault.status(503).header("Retry-After", "1");
 * Fault cut = Fault.truncatedBody();
 * Fault slowAndBusy = Fault.delay(Duration.ofSeconds(2)).and(busy);
 * }</pre>
 *
 * <p>Every fault starts with the normal response to the request and changes parts of it; everything
 * else stays the same. The request itself is carried out, so a run that it starts exists even if
 * the response is lost, unless the fault is {@link #notCarriedOut}. A {@link FaultScript} decides
 * which requests the fault affects.
 *
 * <p>Resets, {@link #statusLine} and a different {@code Date} are not possible with the JDK's
 * server alone, so they need a sandbox that was started with {@link CortexSandbox.Builder#faults}
 * or {@link CortexSandbox.Builder#clock}. Immutable.
 */
public final class Fault {
  /** How far a request gets. */
  private enum Arrival {
    CARRIED_OUT,
    READ,
    NOT_READ;

    /** Returns the one of two that gets less far. */
    Arrival or(Arrival other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  private static final Fault NONE = new Fault("none", response -> {});

  private static final String GATEWAY_PAGE =
      "<!DOCTYPE html>\n<html><head><title>Gateway</title></head>"
          + "<body><h1>This is not the API</h1></body></html>\n";

  private final String description;
  private final Consumer<SandboxResponse> change;
  private final Arrival arrival;

  private Fault(String description, Consumer<SandboxResponse> change) {
    this(description, change, Arrival.CARRIED_OUT);
  }

  private Fault(String description, Consumer<SandboxResponse> change, Arrival arrival) {
    this.description = description;
    this.change = change;
    this.arrival = arrival;
  }

  /**
   * Returns a fault that changes nothing. Use it for a normal response in a script or as the basis
   * for small changes.
   */
  public static Fault none() {
    return NONE;
  }

  /**
   * Sends a different status code and no pagination headers. For status codes of 400 and above, the
   * body is an error object in the format of the API; otherwise, it is empty. {@link #body(String)}
   * sets a different body.
   *
   * @param status the status code, from 200 to 999
   */
  public static Fault status(int status) {
    requireStatus(status);
    return new Fault("status " + status, response -> response.become(status));
  }

  /**
   * Sends a redirect with status 302 to the given URL, which can be any text and is sent unchanged.
   */
  public static Fault redirect(String url) {
    String location = HeaderSyntax.requireValue(requireNonNull(url, "url == null"));
    return new Fault("redirect", response -> response.become(302).header("Location", location));
  }

  /**
   * Sends an HTML page like that of a gateway between the caller and the API.
   *
   * @param status the status code, from 200 to 999
   */
  public static Fault html(int status) {
    requireStatus(status);
    return new Fault(
        "HTML with status " + status,
        response ->
            response
                .become(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .body(GATEWAY_PAGE.getBytes(UTF_8)));
  }

  /** Sends the same body with a different content type. */
  public static Fault contentType(String contentType) {
    requireNonNull(contentType, "contentType == null");
    return NONE.header("Content-Type", contentType);
  }

  /** Omits {@code pagination-page}, {@code pagination-take}, and {@code pagination-count}. */
  public static Fault withoutPagination() {
    return new Fault(
        "without pagination",
        response -> response.withoutHeaders(name -> name.startsWith("pagination-")));
  }

  /**
   * Waits in real time before sending the first byte of the response. Closing the sandbox ends the
   * wait.
   *
   * @param delay the time to wait, from 0 to 24 hours
   */
  public static Fault delay(Duration delay) {
    return timed(
        "delay " + delay, ResponseTiming.delayed(Preconditions.requireDuration("delay", delay)));
  }

  /** Never responds. The connection stays open until the sandbox is closed. */
  public static Fault hang() {
    return hang(RequestGate.closed());
  }

  /** Does not respond until the test opens the gate or closes the sandbox. */
  public static Fault hang(RequestGate gate) {
    return timed("hang", ResponseTiming.after(requireNonNull(gate, "gate == null")::pass));
  }

  /**
   * Sends the headers immediately and then the body in chunks, with pauses in real time between
   * them. Has no effect on responses with a reset or a {@link #statusLine}.
   *
   * @param bytes the size of a chunk, at least 1
   * @param pause the length of a pause, from 0 to 24 hours; closing the sandbox ends it
   */
  public static Fault drip(int bytes, Duration pause) {
    Preconditions.requireAtLeast("bytes", 1, bytes);
    Preconditions.requireDuration("pause", pause);
    return timed(
        "drip of " + bytes + " bytes every " + pause, ResponseTiming.throttled(bytes, pause));
  }

  /** Sends half of the body announced by {@code Content-Length} and then closes the connection. */
  public static Fault truncatedBody() {
    return truncated("truncated body", Truncation.TRUNCATED_BODY);
  }

  /**
   * Sends the first half of the gzip-compressed body, no matter which encodings the request
   * accepts. {@code Content-Length} is the size of that half, so only decompression reveals the
   * loss.
   */
  public static Fault truncatedGzip() {
    return truncated("truncated gzip", Truncation.TRUNCATED_GZIP);
  }

  /** Closes the connection without sending a response. */
  public static Fault emptyAnswer() {
    return truncated("empty answer", Truncation.NOTHING_SENT);
  }

  /** Sends a TCP reset instead of a response. */
  public static Fault resetBeforeHeaders() {
    return truncated("reset before headers", Truncation.RESET_BEFORE_HEADERS);
  }

  /**
   * Sends a TCP reset as soon as the headers of the request have arrived. The body is not read, so
   * the caller may still be sending it, and the request is not carried out.
   */
  public static Fault resetDuringRequest() {
    return new Fault(
        "reset during request",
        response -> response.truncation(Truncation.RESET_BEFORE_HEADERS),
        Arrival.NOT_READ);
  }

  /** Sends half of the status line and headers, then a TCP reset. */
  public static Fault resetDuringHeaders() {
    return truncated("reset during headers", Truncation.RESET_DURING_HEADERS);
  }

  /** Sends all headers and half of the body, then a TCP reset. */
  public static Fault resetAfterHeaders() {
    return truncated("reset after headers", Truncation.RESET_AFTER_HEADERS);
  }

  /**
   * Sends any text as the status line, such as {@code "HTTP/1.1 OK"}, followed by the headers and
   * the body, and then closes the connection.
   *
   * @param line the status line: characters up to U+00FF, without line breaks
   */
  public static Fault statusLine(String line) {
    HeaderSyntax.requireLine(requireNonNull(line, "line == null"));
    return new Fault("status line", response -> response.statusLine(line));
  }

  /**
   * Returns a copy of this fault that also sets a header, replacing any headers with the same name.
   *
   * @throws IllegalArgumentException if the name or value is invalid, or if the server sets this
   *     header itself ({@code Connection}, {@code Content-Length}, or {@code Transfer-Encoding})
   */
  public Fault header(String name, String value) {
    HeaderSyntax.requireName(requireNonNull(name, "name == null"));
    HeaderSyntax.requireValue(requireNonNull(value, "value == null"));
    return and(new Fault("header " + name, response -> response.header(name, value)));
  }

  /**
   * Returns a copy of this fault that also removes a header from the response, if present. For
   * names that are not allowed, see {@link #header}.
   */
  public Fault withoutHeader(String name) {
    HeaderSyntax.requireName(requireNonNull(name, "name == null"));
    return and(
        new Fault(
            "without header " + name, response -> response.withoutHeaders(name::equalsIgnoreCase)));
  }

  /**
   * Returns a copy of this fault with the given body, encoded as UTF-8. The content type stays the
   * same.
   */
  public Fault body(String body) {
    return body(requireNonNull(body, "body == null").getBytes(UTF_8));
  }

  /**
   * Returns a copy of this fault with the given body, which can be binary. The array is copied, and
   * the content type stays the same.
   */
  public Fault body(byte[] body) {
    byte[] copy = requireNonNull(body, "body == null").clone();
    return and(new Fault("body", response -> response.body(copy)));
  }

  /**
   * Returns a copy of this fault that also keeps the sandbox from carrying out the request: no run
   * is started, canceled, or changed. Without this, the sandbox does what the request asks, and the
   * fault affects only the response. With {@code Fault.none().notCarriedOut()}, the response is an
   * error with status 503.
   *
   * <pre>{@code
   * Fault lostBefore = Fault.resetBeforeHeaders().notCarriedOut();
   * Fault lostAfter = Fault.resetBeforeHeaders();
   * }</pre>
   */
  public Fault notCarriedOut() {
    return and(new Fault("not carried out", response -> {}, Arrival.READ));
  }

  /**
   * Returns a fault that applies both this fault and the given fault to the same response. If both
   * change the same thing, the given fault wins. A wait at a gate comes before a delay.
   */
  public Fault and(Fault other) {
    requireNonNull(other, "other == null");
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    return new Fault(
        description + ", " + other.description,
        change.andThen(other.change),
        arrival.or(other.arrival));
  }

  /** Returns a description of the fault, without header values or bodies. */
  @Override
  public String toString() {
    return description;
  }

  /** Applies this fault to a response before it is sent. */
  void applyTo(SandboxResponse response) {
    change.accept(response);
  }

  /** Returns whether the sandbox reads the whole request. */
  boolean readsRequest() {
    return arrival != Arrival.NOT_READ;
  }

  /** Returns whether the sandbox does what the request asks. */
  boolean isCarriedOut() {
    return arrival == Arrival.CARRIED_OUT;
  }

  /** Returns true if the JDK's server cannot send the response by itself. */
  boolean needsProxy() {
    SandboxResponse response = SandboxResponse.ok("").date(Instant.EPOCH);
    applyTo(response);
    return response.needsProxy();
  }

  private static void requireStatus(int status) {
    Preconditions.require("status", 200, 999, status);
  }

  private static Fault timed(String description, ResponseTiming timing) {
    return new Fault(description, response -> response.timing(timing));
  }

  private static Fault truncated(String description, Truncation truncation) {
    return new Fault(description, response -> response.truncation(truncation));
  }
}
