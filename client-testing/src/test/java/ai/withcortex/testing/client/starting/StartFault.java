package ai.withcortex.testing.client.starting;

import ai.withcortex.testing.client.starting.PlannedStart.Ending;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a start: what the server answers, and whether it has created the run.
 *
 * @param answer the head and body of the answer; null for the run itself
 * @param readsBody whether the body of the request is read before anything happens
 * @param isCreated whether the server creates the run
 * @param isCut whether the answer ends somewhere
 */
record StartFault(
    String name,
    @Nullable String answer,
    boolean readsBody,
    boolean isCreated,
    boolean isCut,
    Ending ending) {
  private static final String JSON = "Content-Type: application/json\r\n";

  static final StartFault NONE = new StartFault("none", null, true, true, false, Ending.KEEP);

  /** What a server may answer without having created the run. */
  private static final List<String> REFUSALS =
      List.of(
          "301 to",
          "307 to",
          "308 to",
          "400",
          "401",
          "403",
          "404",
          "409",
          "421",
          "422",
          "425",
          "429",
          "429 after",
          "501",
          "503",
          "503 after",
          "505");

  /** What a server or a gateway may answer whether or not the run exists. */
  private static final List<String> UNKNOWN =
      List.of(
          "300",
          "302 to",
          "303 to",
          "408",
          "408 after",
          "500",
          "502",
          "502 after",
          "504",
          "520",
          "524");

  private static final List<String> MALFORMED =
      List.of(
          "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 0\r\n\r\n",
          "HTTP/1.1 204 No Content\r\n\r\n",
          "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 9\r\n\r\n{\"id\": 1,",
          "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 4\r\n\r\nnull",
          "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 13\r\n\r\n{\"id\": \"run\"}",
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
          "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: -7\r\n\r\n",
          "HTTP/1.1 200 OK\r\n" + JSON + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
          "HTTP/1.1 2xx OK\r\n\r\n",
          "HTTP/1.1 101 Switching Protocols\r\n\r\n",
          "this is no HTTP\r\n\r\n");

  static StartFault random(Random random) {
    boolean isCreated = random.nextBoolean();
    switch (random.nextInt(12)) {
      case 0:
        return NONE;
      case 1:
        return new StartFault("lost head", "", false, false, false, breaking(random));
      case 2:
        return new StartFault("lost", "", true, isCreated, false, breaking(random));
      case 3:
        return new StartFault("hang", "", true, isCreated, false, Ending.HANG);
      case 4, 5:
        return status(pick(REFUSALS, random), false);
      case 6, 7:
        return status(pick(UNKNOWN, random), isCreated);
      case 8:
        return new StartFault(
            "malformed", pick(MALFORMED, random), true, isCreated, false, Ending.CLOSE);
      case 9, 10:
        return new StartFault("cut", null, true, true, true, breaking(random));
      default:
        return new StartFault("run, then broken", null, true, true, false, breaking(random));
    }
  }

  /** A fault that HTTP/2 has on its own; the server knows it by its name. */
  static StartFault random2(Random random) {
    boolean isCreated = random.nextBoolean();
    return switch (random.nextInt(6)) {
      case 0 -> NONE;
      case 1 -> new StartFault("REFUSED_STREAM", "", true, false, false, Ending.KEEP);
      case 2 -> new StartFault("GOAWAY before", "", true, false, false, Ending.CLOSE);
      case 3 -> new StartFault("GOAWAY after", "", true, isCreated, false, Ending.CLOSE);
      case 4 -> new StartFault("INTERNAL_ERROR", "", true, isCreated, false, Ending.KEEP);
      default -> new StartFault("lost", "", true, isCreated, false, breaking(random));
    };
  }

  private static StartFault status(String status, boolean isCreated) {
    String code = status.substring(0, 3);
    String header =
        status.endsWith(" after")
            ? "Retry-After: 0\r\n"
            : status.endsWith(" to") ? "Location: /elsewhere\r\n" : "";
    String head = "HTTP/1.1 " + code + " Status\r\n" + header + "Content-Length: 0\r\n\r\n";
    return new StartFault(status, head, true, isCreated, false, Ending.KEEP);
  }

  private static Ending breaking(Random random) {
    return random.nextBoolean() ? Ending.RESET : Ending.CLOSE;
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  @Override
  public String toString() {
    return name + (isCreated ? ", created" : "") + ", then " + ending;
  }
}
