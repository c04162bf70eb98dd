package ai.withcortex.core;

/**
 * The version of the client, filled in by the build because APKs and Java modules have no manifest.
 */
final class Version {
  static final String TEXT = "${project.version}";

  private Version() {}
}
