package ai.withcortex.regeneration.version;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as described in docs/versioning.md.
 *
 * @param major 0 before the first stable release
 * @param minor at least 0
 * @param patch at least 0
 */
public record SemanticVersion(int major, int minor, int patch)
    implements Comparable<SemanticVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-SNAPSHOT)?");

  /** The version before the first release. */
  public static final SemanticVersion NONE = new SemanticVersion(0, 0, 0);

  /**
   * Reads {@code 1.2.3}; {@code 1.2.3-SNAPSHOT} is the same version.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static SemanticVersion of(String text) {
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

  /**
   * Returns the lowest version for a change. Before 1.0.0, a breaking change needs a new minor
   * version, and any other change a new patch version.
   */
  public SemanticVersion after(Effect effect) {
    if (effect == Effect.BREAKING) {
      return major == 0
          ? new SemanticVersion(0, minor + 1, 0)
          : new SemanticVersion(major + 1, 0, 0);
    }
    return effect == Effect.ADDITIVE && major > 0
        ? new SemanticVersion(major, minor + 1, 0)
        : new SemanticVersion(major, minor, patch + 1);
  }

  /** Returns whether there has been no release yet. */
  public boolean isNone() {
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
