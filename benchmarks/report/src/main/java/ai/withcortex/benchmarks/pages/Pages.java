package ai.withcortex.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * Random pages of runs that are valid according to the spec and depend only on the seed. The seed
 * determines which optional members are present, how long strings are, and how many of their
 * characters are escaped or not ASCII.
 */
public enum Pages {
  /**
   * 100 runs, about 1.3 MB, with outputs by step and alternating between two versions of 12 steps.
   */
  FULL(100, 2, 12, 1),

  /** The same runs without versions, about 0.6 MB. */
  SLIM(100, 0, 12, 1),

  /** One run with a version. */
  SMALL(1, 1, 12, 1),

  /** A few runs, each with many inputs, outputs, and steps. */
  WIDE(10, 1, 200, 1),

  /** Runs whose open values are nested 60 levels deep. */
  DEEP(100, 2, 6, 60),

  /** Like {@link #FULL}, but each run has its own version. */
  DISTINCT(100, 100, 12, 1);

  private final int runs;
  private final int versions;
  private final int steps;
  private final int depth;

  Pages(int runs, int versions, int steps, int depth) {
    this.runs = runs;
    this.versions = versions;
    this.steps = steps;
    this.depth = depth;
  }

  /** Returns the name of the pages in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public byte[] bytes(long seed) {
    return page(seed, runs, versions, steps, depth, 1);
  }

  /**
   * Returns a page of the given size.
   *
   * @param versions the number of versions, which the runs cycle through
   * @param steps the number of steps in each version, each of which has an output
   * @param depth the nesting depth of open values
   * @param length the factor by which to multiply the usual string lengths
   */
  public static byte[] page(long seed, int runs, int versions, int steps, int depth, int length) {
    JsonText json = new JsonText(seed, length);
    RunText run = new RunText(json, steps, depth);
    String[] texts = new String[versions];
    for (int version = 0; version < versions; version++) {
      texts[version] = new VersionText(json, steps, depth).version(version + 1);
    }
    StringBuilder page = new StringBuilder("[");
    for (int number = 0; number < runs; number++) {
      page.append(number == 0 ? "" : ",");
      page.append(run.run(number, versions == 0 ? "null" : texts[number % versions]));
    }
    return page.append(']').toString().getBytes(UTF_8);
  }
}
