package ai.withcortex.regeneration;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version as docs/versioning.md has it. */
record SemanticVersion(int major, int minor, int patch) implements Comparable<SemanticVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-SNAPSHOT)?");

  /** Before the first release. */
  static final SemanticVersion NONE = new SemanticVersion(0, 0, 0);

  /** Reads {@code 1.2.3}, or {@code 1.2.3-SNAPSHOT} as what it will be. */
  static SemanticVersion of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Expected a version such as 1.2.3 or 1.2.3-SNAPSHOT, found '" + text + "'");
    }
    return new SemanticVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** The least version that says what changed. Before 1.0.0 each part means one step less. */
  SemanticVersion after(Effect effect) {
    if (effect == Effect.BREAKING) {
      return major == 0
          ? new SemanticVersion(0, minor + 1, 0)
          : new SemanticVersion(major + 1, 0, 0);
    }
    return effect == Effect.ADDITIVE && major > 0
        ? new SemanticVersion(major, minor + 1, 0)
        : new SemanticVersion(major, minor, patch + 1);
  }

  boolean isNone() {
    return equals(NONE);
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return Comparator.comparingInt(SemanticVersion::major)
        .thenComparingInt(SemanticVersion::minor)
        .thenComparingInt(SemanticVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
