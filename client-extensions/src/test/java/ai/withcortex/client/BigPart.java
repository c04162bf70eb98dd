package ai.withcortex.client;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One part of a page that can be as large as one likes. */
enum BigPart {
  TYPED_STRING(10_000_000, n -> run("\"error\": " + string(n))),
  FREE_STRING(10_000_000, n -> run("\"result\": " + string(n))),
  STRING_OF_AN_UNKNOWN_PROPERTY(10_000_000, n -> run("\"later\": " + string(n))),
  STRING_OF_AN_UNKNOWN_STEP(10_000_000, n -> steps("{\"code\": " + string(n) + ", " + step("x"))),
  STRING_BEFORE_A_LABEL(10_000_000, n -> steps("{\"note\": " + string(n) + ", " + step("note"))),
  UNKNOWN_NAME(10_000_000, n -> run(string(n) + ": 1")),
  TYPED_LIST(
      100_000,
      n ->
          steps("{\"note\": \"\", \"destinations\": [" + list(n, "\"k%d\"") + "]," + step("note"))),
  FREE_ARRAY(100_000, n -> run("\"result\": [" + list(n, "%d.0") + "]")),
  ARRAY_OF_AN_UNKNOWN_PROPERTY(100_000, n -> run("\"later\": [" + list(n, "[%d]") + "]")),
  TYPED_MAP(
      5_000, n -> run("\"usage\": {\"steps\": {" + list(n, "\"k%d\": {\"total\": 1}") + "}}")),
  FREE_MAP(5_000, n -> run("\"usage\": null, \"x\": {}", list(n, "\"k%d\": {\"a\": [1]}"))),
  FREE_OBJECT(5_000, n -> run("\"result\": {" + list(n, "\"k%d\": %d") + "}")),
  UNKNOWN_PROPERTIES(5_000, n -> run(list(n, "\"k%d\": %d"))),
  STEPS(
      5_000,
      n -> steps(list(n, "{\"type\": \"code\", \"key\": \"k%d\", \"code\": \"\", \"later\": %d}"))),
  UNKNOWN_STEPS(5_000, n -> steps(list(n, "{\"type\": \"later\", \"key\": \"k%d\", \"x\": [{}]}"))),
  RUNS(
      5_000,
      n -> {
        String run = run("\"later\": {}");
        return "[" + list(n, run.substring(1, run.length() - 1)) + "]";
      }),
  REPEATED_NAMES(5_000, n -> run(list(n, "\"error\": \"%d\", \"later\": %d")));

  private final int size;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing above captures a thing.
  private final IntFunction<String> page;

  BigPart(int size, IntFunction<String> page) {
    this.size = size;
    this.page = page;
  }

  /** How many characters or elements must be no problem. */
  int size() {
    return size;
  }

  /** Large enough that the buffers which Okio keeps for later do not count. */
  int sizeToCompare() {
    return size <= 5_000 ? size : size / 8;
  }

  /** A page with a part of so many characters or elements. */
  String page(int n) {
    return page.apply(n);
  }

  /** A page of one run that has these further properties. */
  static String run(String properties) {
    return run(properties, "");
  }

  private static String run(String properties, String output) {
    return page("null", "{" + output + "}", properties);
  }

  private static String steps(String steps) {
    return page("{\"id\": \"v\", \"steps\": [" + steps + "]}", "{}", "\"version\": 1");
  }

  private static String page(String version, String output, String properties) {
    return "[{\"id\": \"r\", \"status\": \"PENDING\", \"origin\": \"TEST\", \"input\": null,"
        + " \"output\": "
        + output
        + ", \"created_at\": null, \"started_at\": null, \"ended_at\": null, \"updated_at\": null,"
        + " \"app_id\": \"a\", \"workflow_app_id\": \"b\", \"workflow_id\": \"w\","
        + " \"workflow_version\": "
        + version
        + ", \"workflow_version_draft\": null, "
        + properties
        + "}]";
  }

  private static String step(String type) {
    return "\"type\": \"" + type + "\", \"key\": \"k\"}";
  }

  private static String string(int length) {
    return '"' + "x\\u00e9é\\n".repeat(length / 10) + '"';
  }

  private static String list(int count, String element) {
    return IntStream.range(0, count)
        .mapToObj(i -> element.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining(", "));
  }
}
