package ai.withcortex.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * Pages of runs as the API could send them, valid by the spec. The same for the same seed; which
 * optional members there are, how long texts are, what is escaped in them and what is not ASCII
 * differs from seed to seed.
 */
public enum Pages {
  /** 100 runs, about 1.3 MB: two versions of 12 steps that take turns, and outputs by step. */
  FULL(100, 2, 12, 1),

  /** The same runs without versions, about 0.6 MB. */
  SLIM(100, 0, 12, 1),

  /** One run with a version. */
  SMALL(1, 1, 12, 1),

  /** Few runs, each with many inputs, outputs and steps. */
  WIDE(10, 1, 200, 1),

  /** Runs whose open values are nested 60 levels deep. */
  DEEP(100, 2, 6, 60),

  /** As full, but each run has a version of its own. */
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

  /** As tables name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public byte[] bytes(long seed) {
    return page(seed, runs, versions, steps, depth, 1);
  }

  /**
   * Returns a page of any size.
   *
   * @param versions how many there are, which the runs have by turns
   * @param steps of each version, with an output for each
   * @param depth how deep open values are nested
   * @param length what the usual lengths of texts are multiplied with
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
