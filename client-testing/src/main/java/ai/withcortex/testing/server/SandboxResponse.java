package ai.withcortex.testing.server;

import ai.withcortex.client.CortexJson;
import ai.withcortex.model.ErrorResponse;
import ai.withcortex.model.ValidationError;
import com.squareup.moshi.JsonAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response from the sandbox: a status, headers, and a body, which is JSON unless a fault has
 * changed it. Also defines when the response is sent and how much of it. Not thread-safe.
 */
public final class SandboxResponse {
  static final String DATE = "Date";

  private static final JsonAdapter<ErrorResponse> ERROR_JSON =
      CortexJson.moshi().adapter(ErrorResponse.class);

  /** The format of {@code Date} (RFC 9110, section 5.6.7). */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** Provides the body of a response that is not ready when the request has been handled. */
  public interface LateBody {
    /** Waits until the body is ready; closing the sandbox interrupts the thread. */
    String await() throws InterruptedException;
  }

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int status;
  private byte[] body;
  private @Nullable LateBody lateBody;
  private @Nullable String date;
  private @Nullable String statusLine;
  private ResponseTiming timing = ResponseTiming.AT_ONCE;
  private Truncation truncation = Truncation.NONE;

  private SandboxResponse(int status, String json) {
    this.status = status;
    this.body = json.getBytes(StandardCharsets.UTF_8);
    headers.put("Content-Type", "application/json");
  }

  /** Returns a response with status 200. */
  public static SandboxResponse ok(String json) {
    return new SandboxResponse(200, json);
  }

  /** Returns a response with status 200, whose body is awaited before anything is sent. */
  public static SandboxResponse ok(LateBody body) {
    SandboxResponse response = ok("");
    response.lateBody = body;
    return response;
  }

  /** Returns a response with an error object in the format of the API. */
  public static SandboxResponse error(int status, String message) {
    return error(ErrorResponse.builder().status(status).message(message).build());
  }

  /** Returns a response with status 422. */
  public static SandboxResponse invalid(List<ValidationError> errors) {
    return error(
        ErrorResponse.builder().status(422).message("Validation failed").errors(errors).build());
  }

  private static SandboxResponse error(ErrorResponse response) {
    return new SandboxResponse(response.status(), ERROR_JSON.toJson(response));
  }

  /** Changes the status and replaces the body and headers with those that match it. */
  public SandboxResponse become(int status) {
    SandboxResponse other = error(status, "Fault injected by the test");
    this.status = status;
    body(status < 400 ? new byte[0] : other.body);
    headers.keySet().removeIf(name -> !name.equalsIgnoreCase(DATE));
    if (status >= 400) {
      headers.putAll(other.headers);
    }
    return this;
  }

  /** Sets the time at which the sandbox created the response. */
  public SandboxResponse date(Instant time) {
    date = HTTP_DATE.format(time);
    return header(DATE, date);
  }

  /** Sets a header, replacing any header with the same name. */
  public SandboxResponse header(String name, Object value) {
    headers.put(name, value.toString());
    return this;
  }

  /** Removes the headers whose names match the filter. */
  public void withoutHeaders(Predicate<String> filter) {
    headers.keySet().removeIf(filter);
  }

  /** Replaces the body. The array is not copied. */
  public void body(byte[] body) {
    this.body = body;
    lateBody = null;
  }

  /** Sets the status line, which only a socket can send. */
  public void statusLine(String statusLine) {
    this.statusLine = statusLine;
  }

  /** Overrides the timing with the settings of the given timing. */
  public void timing(ResponseTiming timing) {
    this.timing = this.timing.and(timing);
  }

  /** Sets how much of the response is sent. */
  public void truncation(Truncation truncation) {
    this.truncation = truncation;
  }

  /** Returns true if the JDK's server cannot send this response by itself. */
  public boolean needsProxy() {
    return needsSocket() || !Objects.equals(headers.get(DATE), date);
  }

  /** Returns true if the JDK's server cannot send this response at all. */
  boolean needsSocket() {
    return statusLine != null || truncation.isReset();
  }

  /** Returns the status, or 0 if the caller will not receive a status. */
  public int sentStatus() {
    return statusLine == null && truncation.sendsStatus() ? status : 0;
  }

  /** Waits for a body that is not ready, unless a fault has replaced it. */
  void complete() throws InterruptedException {
    if (lateBody != null) {
      body(lateBody.await().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Compresses the body and cuts it in half if the response is to be truncated as gzip. */
  void truncateGzip() {
    if (truncation == Truncation.TRUNCATED_GZIP) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      byte[] compressed = bytes.toByteArray();
      header("Content-Encoding", "gzip").body(Arrays.copyOf(compressed, compressed.length / 2));
    }
  }

  int status() {
    return status;
  }

  String statusLine() {
    return statusLine == null ? "HTTP/1.1 " + status + " " : statusLine;
  }

  /** Returns whether a response with this status may have a body (RFC 9110, section 6.4.1). */
  boolean mayHaveBody() {
    return status != 204 && status != 304;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  ResponseTiming timing() {
    return timing;
  }

  Truncation truncation() {
    return truncation;
  }
}
