package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What goes wrong with one answer of a {@link CortexSandbox}.
 *
 * <pre>{@code
 * Fault busy = Fault.status(503).header("Retry-After", "1");
 * Fault cut = Fault.truncatedBody();
 * Fault slowAndBusy = Fault.delay(Duration.ofSeconds(2)).and(busy);
 * }</pre>
 *
 * <p>Every fault begins with the answer that the request would get without it and changes parts of
 * it; what it does not name stays. A {@link FaultScript} says which requests meet it.
 *
 * <p>Resets and {@link #statusLine} are beyond the JDK's server and need a sandbox that was started
 * with {@link CortexSandbox.Builder#faults}. Immutable.
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

  /** Nothing wrong: the place of a good answer in a script, or a start for small changes. */
  public static Fault none() {
    return NONE;
  }

  /**
   * Another status, with no header of a page. From 400 on the body is an error object as the API
   * sends it, below it is empty; {@link #body(String)} sets another.
   *
   * @param status from 200 to 999
   */
  public static Fault status(int status) {
    requireStatus(status);
    return changing("status " + status, answer -> answer.become(status));
  }

  /** A redirect with status 302 to any URL, which is sent as it stands. */
  public static Fault redirect(String url) {
    String location = HeaderSyntax.requireValue(requireNonNull(url, "url == null"));
    return changing("redirect", answer -> answer.become(302).header("Location", location));
  }

  /**
   * The HTML page of a gateway that is in the way.
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

  /** Another content type for the same body. */
  public static Fault contentType(String contentType) {
    requireNonNull(contentType, "contentType == null");
    return NONE.header("Content-Type", contentType);
  }

  /** No {@code pagination-page}, {@code pagination-take} and {@code pagination-count}. */
  public static Fault withoutPagination() {
    return changing("without pagination", Answer::withoutPagination);
  }

  /**
   * A real wait before the first byte of the answer; closing the sandbox ends it.
   *
   * @param delay from 0 to 24 hours
   */
  public static Fault delay(Duration delay) {
    return paced("delay " + delay, Pace.delayed(requireNonNull(delay, "delay == null")));
  }

  /** No answer ever; the connection stays open until the sandbox is closed. */
  public static Fault hang() {
    return hang(Gate.closed());
  }

  /** No answer until the test opens the gate or closes the sandbox. */
  public static Fault hang(Gate gate) {
    return paced("hang", Pace.behind(requireNonNull(gate, "gate == null")));
  }

  /**
   * The headers at once, then the body in pieces with a real pause between them. Has no effect on
   * what resets and {@link #statusLine} send.
   *
   * @param bytes the size of a piece, at least 1
   * @param pause from 0 to 24 hours; closing the sandbox ends it
   */
  public static Fault drip(int bytes, Duration pause) {
    return paced(
        "drip of " + bytes + " bytes every " + pause,
        Pace.dripping(bytes, requireNonNull(pause, "pause == null")));
  }

  /** Half of the body that {@code Content-Length} promises, then the end of the connection. */
  public static Fault truncatedBody() {
    return ending("truncated body", Ending.TRUNCATED_BODY);
  }

  /**
   * The first half of the gzip-compressed body, whatever the request accepts. {@code
   * Content-Length} tells that half, so that only decompressing shows the loss.
   */
  public static Fault truncatedGzip() {
    return ending("truncated gzip", Ending.TRUNCATED_GZIP);
  }

  /** The end of the connection in place of an answer. */
  public static Fault emptyAnswer() {
    return ending("empty answer", Ending.NOTHING);
  }

  /** A TCP reset in place of an answer. */
  public static Fault resetBeforeHeaders() {
    return ending("reset before headers", Ending.RESET_BEFORE_HEADERS);
  }

  /** A TCP reset after half of the bytes of status line and headers. */
  public static Fault resetDuringHeaders() {
    return ending("reset during headers", Ending.RESET_DURING_HEADERS);
  }

  /** A TCP reset after all headers and half of the body. */
  public static Fault resetAfterHeaders() {
    return ending("reset after headers", Ending.RESET_AFTER_HEADERS);
  }

  /**
   * Any text where the status line belongs, such as {@code "HTTP/1.1 OK"}; headers and body follow,
   * then the end of the connection.
   *
   * @param line characters up to U+00FF, without a line break
   */
  public static Fault statusLine(String line) {
    HeaderSyntax.requireLine(requireNonNull(line, "line == null"));
    return new Fault(
        "status line", answer -> answer.statusLine(line), Pace.AT_ONCE, Ending.COMPLETE, true);
  }

  /**
   * This fault with one more header, in the place of those of that name.
   *
   * @throws IllegalArgumentException if this cannot be a header, or is one that only the server
   *     sets: {@code Connection}, {@code Content-Length}, {@code Date}, {@code Transfer-Encoding}
   */
  public Fault header(String name, String value) {
    HeaderSyntax.requireName(requireNonNull(name, "name == null"));
    HeaderSyntax.requireValue(requireNonNull(value, "value == null"));
    return and(changing("header " + name, answer -> answer.header(name, value)));
  }

  /** This fault without a header, if the answer has it; the same headers as above are refused. */
  public Fault withoutHeader(String name) {
    HeaderSyntax.requireName(requireNonNull(name, "name == null"));
    return and(changing("without header " + name, answer -> answer.withoutHeader(name)));
  }

  /** This fault with another body, in UTF-8. Its content type stays. */
  public Fault body(String body) {
    return body(requireNonNull(body, "body == null").getBytes(UTF_8));
  }

  /** This fault with another body, which may be no text and is copied. Its content type stays. */
  public Fault body(byte[] body) {
    byte[] copy = requireNonNull(body, "body == null").clone();
    return and(changing("body", answer -> answer.body(copy)));
  }

  /**
   * This fault and another one in the same answer. Where both say something about the same thing,
   * the other one wins; a wait at a gate comes before a delay.
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

  /** Tells what goes wrong, without values of headers and bodies. */
  @Override
  public String toString() {
    return description;
  }

  /** Changes an answer into the one to send, or to send a part of. */
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

  /** Whether the JDK's server cannot send this. */
  boolean needsSocket() {
    return hasStatusLine || ending.isReset();
  }

  /** Whether the caller gets to see a status. */
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
    // Only the pace or the end is another one.
  }
}
