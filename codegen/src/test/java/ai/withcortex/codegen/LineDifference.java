package ai.withcortex.codegen;

import java.util.List;

/** The lines that only one of two texts has, in their order. */
final class LineDifference {
  private final List<String> before;
  private final List<String> after;

  /** The maximum number of common lines from each line of both texts on. */
  private final int[][] common;

  private LineDifference(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  /** Returns the lines, with a minus before each removed line and a plus before each added line. */
  static String of(String before, String after) {
    return new LineDifference(before.lines().toList(), after.lines().toList()).lines();
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.append("- ").append(before.get(i++)).append('\n');
      } else {
        lines.append("+ ").append(after.get(j++)).append('\n');
      }
    }
    return lines.toString();
  }
}
