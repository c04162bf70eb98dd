package ai.withcortex.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Creates the SVG elements that all plots share. */
final class Svg {
  static String document(int width, int height, String title, List<String> shapes) {
    String style =
        "text{font:13px sans-serif;fill:#222}rect,circle{fill:#3b76af}"
            + "path{stroke:#c4561e;stroke-width:1.5;fill:none}";
    return String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d'>%n"
                + "<style>%s</style>%n<rect width='100%%' height='100%%' style='fill:#fff'/>%n",
            width,
            height,
            width,
            style)
        + text(width / 2, 22, "middle", title)
        + "\n"
        + String.join("\n", shapes)
        + "\n</svg>\n";
  }

  static String text(int x, int y, String anchor, String text) {
    return "<text x='" + x + "' y='" + y + "' text-anchor='" + anchor + "'>" + text + "</text>";
  }

  private Svg() {}
}
