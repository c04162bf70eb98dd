package ai.withcortex.regeneration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program behind {@code spec/regenerate}. */
public final class Regeneration {
  /** Exit statuses. Any other failure also exits with 1. */
  static final int BROKEN = 1;

  static final int COMPATIBLE = 0;
  static final int ADDITIVE = 10;
  static final int BREAKING = 20;

  private final Project project;

  Regeneration(Project project) {
    this.project = project;
  }

  /**
   * Compares a project with its last release, or records it as the last release.
   *
   * @param arguments the directory of the parent POM, followed by {@code compare}, {@code check} or
   *     {@code record}. {@code check} compares, and exits with 0 if the version in the POMs is high
   *     enough and all breaks in the Java API are accepted.
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "Expected a directory, followed by compare, check or record");
    }
    Regeneration regeneration = new Regeneration(Project.at(Path.of(arguments[0])));
    int status = BROKEN;
    try {
      status = regeneration.run(arguments[1]);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage()); // The message names the file and the remedy.
    }
    System.exit(status);
  }

  int run(String command) throws IOException {
    switch (command) {
      case "record" -> {
        project.record();
        return COMPATIBLE;
      }
      case "compare" -> {
        return status(compare());
      }
      case "check" -> {
        ReleaseComparison comparison = compare();
        boolean isReleasable =
            !comparison.isBroken() && comparison.fitsVersion() && comparison.isAccepted();
        return isReleasable ? COMPATIBLE : BROKEN;
      }
      default ->
          throw new IllegalArgumentException("Expected compare, check or record, found " + command);
    }
  }

  private ReleaseComparison compare() throws IOException {
    ReleaseComparison comparison = ReleaseComparison.of(project);
    Files.createDirectories(project.report().getParent());
    Files.writeString(project.report(), new ReleaseReport(comparison).markdown());
    return comparison;
  }

  private static int status(ReleaseComparison comparison) {
    if (comparison.isBroken()) {
      return BROKEN;
    }
    return switch (comparison.effect()) {
      case COMPATIBLE -> COMPATIBLE;
      case ADDITIVE -> ADDITIVE;
      case BREAKING -> BREAKING;
    };
  }
}
