package ai.withcortex.core;

import java.util.Arrays;
import java.util.List;

/**
 * A row of the fault matrix: what goes wrong, and everything that a caller sees of it.
 *
 * @param fault the table and the fault in words
 * @param options what is not as usual, see {@link FaultSetup}
 * @param answers what the server answers in turn, see {@link FaultAnswer}
 * @param outcome what has to come of it
 */
record FaultRow(String fault, List<String> options, List<String> answers, FaultOutcome outcome) {
  private static final List<String> TABLES =
      List.of(
          "connections",
          "tls-and-proxies",
          "content",
          "bodies",
          "statuses",
          "gateways",
          "encodings",
          "error-bodies",
          "redirects",
          "retry-after",
          "waits",
          "clocks",
          "interim-responses",
          "hosts",
          "methods",
          "credentials",
          "time-limits");

  private static final List<FaultRow> ROWS =
      TABLES.stream()
          .flatMap(
              table ->
                  TableFile.rows("/fault-matrix/" + table + ".txt", 8)
                      .map(cells -> of(table, cells)))
          .filter(FaultRow::isForThisOkHttp)
          .toList();

  static List<FaultRow> all() {
    return ROWS;
  }

  private static FaultRow of(String table, String[] cells) {
    return new FaultRow(
        table + ": " + cells[0],
        list(cells[1], ", "),
        list(cells[2], " then "),
        new FaultOutcome(
            cells[3], cells[4], cells[5], Marks.toText(cells[6]), Marks.toText(cells[7])));
  }

  /** Some rows are about one major version of OkHttp, which the build names. */
  boolean isForThisOkHttp() {
    String version = "okhttp " + System.getProperty("okhttp.version", "4");
    return options.stream()
        .filter(option -> option.startsWith("okhttp "))
        .allMatch(version::startsWith);
  }

  private static List<String> list(String cell, String delimiter) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(delimiter));
  }

  @Override
  public String toString() {
    return fault;
  }
}
