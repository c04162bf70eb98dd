package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * An error or delay in one answer of a {@link CortexSandbox}.
 *
 * <pre>{@code
 * Fault busy = Fault.status(503).header("Retry-After", "1");
 * Fault cut = Fault.truncatedBody();
 * Fault slowAndBusy = Fault.delay(Duration.ofSeconds(2)).and(busy);
 * }</pre>
 *
 * <p>Every fault starts with the normal answer to the request and changes parts of it; everything
 * else stays the same. A {@link FaultScript} decides which requests meet it.
 *
 * <p>The JDK's server cannot send resets and {@link #statusLine}; they need a sandbox that was
 * started with {@link CortexSandbox.Builder#faults}. Immutable.
 */
public final class Fault {
  private static final Fault NONE = paced("none", Pace.AT_ONCE);

  private static final String GATEWAY_PAGE =
      "<!DOCTYPE html>\n<html><head><title>Gateway</title></head>"
          + "<body><h1>This is not the API</h1></body></html>\n";

  private final String description;
  private final Consumer<Answer> change;
  private final Pace pace;
  private final Ending ending;
  private final boolean hasStatusLine;

  private Fault(
      String description,
      Consumer<Answer> change,
      Pace pace,
      Ending ending,
      boolean hasStatusLine) {
    this.description = description;
    this.change = change;
    this.pace = pace;
    this.ending = ending;
    this.hasStatusLine = hasStatusLine;
  }

  /**
   * Returns a fault that changes nothing: a normal answer in a script, or a basis for small
   * changes.
   */
  public static Fault none() {
    return NONE;
  }

  /**
   * Sends another status without pagination headers. From 400 on, the body is an error object like
   * that of the API; below 400 it is empty. {@link #body(String)} sets another one.
   *
   * @param status from 200 to 999
   */
  public static Fault status(int status) {
    requireStatus(status);
    return changing("status " + status, answer -> answer.become(status));
  }

  /** Sends a redirect with status 302 to any URL, which is sent unchanged. */
  public static Fault redirect(String url) {
    String location = HeaderSyntax.requireValue(requireNonNull(url, "url == null"));
    return changing("redirect", answer -> answer.become(302).header("Location", location));
  }

  /**
   * Sends the HTML page of a gateway between the caller and the API.
   *
   * @param status from 200 to 999
   */
  public static Fault html(int status) {
    requireStatus(status);
    return changing(
        "HTML with status " + status,
        answer ->
            answer
                .become(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .body(GATEWAY_PAGE.getBytes(UTF_8)));
  }

  /** Sends the same body with another content type. */
  public static Fault contentType(String contentType) {
    requireNonNull(contentType, "contentType == null");
    return NONE.header("Content-Type", contentType);
  }

  /** Leaves out {@code pagination-page}, {@code pagination-take} and {@code pagination-count}. */
  public static Fault withoutPagination() {
    return changing("without pagination", Answer::withoutPagination);
  }

  /**
   * Waits in real time before the first byte of the answer; closing the sandbox ends the wait.
   *
   * @param delay from 0 to 24 hours
   */
  public static Fault delay(Duration delay) {
    return paced("delay " + delay, Pace.delayed(requireNonNull(delay, "delay == null")));
  }

  /** Never answers; the connection stays open until the sandbox is closed. */
  public static Fault hang() {
    return hang(Gate.closed());
  }

  /** Does not answer until the test opens the gate or closes the sandbox. */
  public static Fault hang(Gate gate) {
    return paced("hang", Pace.behind(requireNonNull(gate, "gate == null")));
  }

  /**
   * Sends the headers at once, then the body in pieces with real pauses between them. Has no effect
   * on answers with a reset or a {@link #statusLine}.
   *
   * @param bytes the size of a piece, at least 1
   * @param pause from 0 to 24 hours; closing the sandbox ends it
   */
  public static Fault drip(int bytes, Duration pause) {
    return paced(
        "drip of " + bytes + " bytes every " + pause,
        Pace.dripping(bytes, requireNonNull(pause, "pause == null")));
  }

  /** Sends half of the body that {@code Content-Length} announces, then closes the connection. */
  public static Fault truncatedBody() {
    return ending("truncated body", Ending.TRUNCATED_BODY);
  }

  /**
   * Sends the first half of the gzip-compressed body, no matter which encodings the request
   * accepts. {@code Content-Length} is the size of that half, so only decompression reveals the
   * loss.
   */
  public static Fault truncatedGzip() {
    return ending("truncated gzip", Ending.TRUNCATED_GZIP);
  }

  /** Closes the connection instead of answering. */
  public static Fault emptyAnswer() {
    return ending("empty answer", Ending.NOTHING);
  }

  /** Sends a TCP reset instead of an answer. */
  public static Fault resetBeforeHeaders() {
    return ending("reset before headers", Ending.RESET_BEFORE_HEADERS);
  }

  /** Sends a TCP reset after half of the bytes of the status line and the headers. */
  public static Fault resetDuringHeaders() {
    return ending("reset during headers", Ending.RESET_DURING_HEADERS);
  }

  /** Sends a TCP reset after all headers and half of the body. */
  public static Fault resetAfterHeaders() {
    return ending("reset after headers", Ending.RESET_AFTER_HEADERS);
  }

  /**
   * Sends any text as the status line, such as {@code "HTTP/1.1 OK"}, then headers and body, and
   * closes the connection.
   *
   * @param line characters up to U+00FF, without a line break
   */
  public static Fault statusLine(String line) {
    HeaderSyntax.requireLine(requireNonNull(line, "line == null"));
    return new Fault(
        "status line", answer -> answer.statusLine(line), Pace.AT_ONCE, Ending.COMPLETE, true);
  }

  /**
   * Returns this fault with one more header, which replaces headers of the same name.
   *
   * @throws IllegalArgumentException if the name or value is invalid, or if only the server sets
   *     this header: {@code Connection}, {@code Content-Length}, {@code Date}, {@code
   *     Transfer-Encoding}
   */
  public Fault header(String name, String value) {
    HeaderSyntax.requireName(requireNonNull(name, "name == null"));
    HeaderSyntax.requireValue(requireNonNull(value, "value == null"));
    return and(changing("header " + name, answer -> answer.header(name, value)));
  }

  /**
   * Returns this fault without a header, if the answer has it; {@link #header} lists the names that
   * are refused.
   */
  public Fault withoutHeader(String name) {
    HeaderSyntax.requireName(requireNonNull(name, "name == null"));
    return and(changing("without header " + name, answer -> answer.withoutHeader(name)));
  }

  /** Returns this fault with another body, in UTF-8. The content type stays the same. */
  public Fault body(String body) {
    return body(requireNonNull(body, "body == null").getBytes(UTF_8));
  }

  /**
   * Returns this fault with another body, which is copied and may be binary. The content type stays
   * the same.
   */
  public Fault body(byte[] body) {
    byte[] copy = requireNonNull(body, "body == null").clone();
    return and(changing("body", answer -> answer.body(copy)));
  }

  /**
   * Returns a combination of this fault and another in the same answer. If both change the same
   * thing, the other one wins; a wait at a gate comes before a delay.
   */
  public Fault and(Fault other) {
    requireNonNull(other, "other == null");
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    return new Fault(
        description + ", " + other.description,
        change.andThen(other.change),
        pace.and(other.pace),
        other.ending == Ending.COMPLETE ? ending : other.ending,
        hasStatusLine || other.hasStatusLine);
  }

  /** Returns a description of the fault, without values of headers and bodies. */
  @Override
  public String toString() {
    return description;
  }

  /** Changes an answer into the one that is sent, in full or in part. */
  void applyTo(Answer answer) {
    change.accept(answer);
    ending.prepare(answer);
  }

  Pace pace() {
    return pace;
  }

  Ending ending() {
    return ending;
  }

  /** Returns whether the JDK's server cannot send this. */
  boolean needsSocket() {
    return hasStatusLine || ending.isReset();
  }

  /** Returns whether the caller receives a status. */
  boolean tellsStatus() {
    return !hasStatusLine && ending.tellsStatus();
  }

  private static void requireStatus(int status) {
    Bounds.require("status", 200, 999, status);
  }

  private static Fault changing(String description, Consumer<Answer> change) {
    return new Fault(description, change, Pace.AT_ONCE, Ending.COMPLETE, false);
  }

  private static Fault paced(String description, Pace pace) {
    return new Fault(description, Fault::keep, pace, Ending.COMPLETE, false);
  }

  private static Fault ending(String description, Ending ending) {
    return new Fault(description, Fault::keep, Pace.AT_ONCE, ending, false);
  }

  private static void keep(Answer answer) {
    // Only the pace or the ending changes.
  }
}
