package ai.withcortex.core;

/** The version of the client, written here by the build: APKs and Java modules have no manifest. */
final class Version {
  static final String TEXT = "${project.version}";

  private Version() {}
}
