package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.AcceptedBreaks;
import ai.withcortex.regeneration.api.PublicApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where things are in this project: what is there now, and what the last release had.
 *
 * @param root the folder of the parent POM
 * @param classes the folders of class files of the published modules
 */
record Project(Path root, Map<String, Path> classes) {
  /** Those that users depend on, in the order in which they depend on each other. */
  static final List<String> PUBLISHED =
      List.of("client-core", "client-generated", "client-extensions", "client-testing");

  private static final Pattern RELEASE =
      Pattern.compile("^## \\[(\\d[^\\]]*)\\]", Pattern.MULTILINE);
  private static final Pattern PARENT_VERSION =
      Pattern.compile("<artifactId>cortex-parent</artifactId>\\s*<version>([^<]*)</version>");

  /** A project whose modules are built. */
  static Project at(Path root) {
    Map<String, Path> classes = new TreeMap<>();
    for (String module : PUBLISHED) {
      classes.put(module, root.resolve(module).resolve("target/classes"));
    }
    return new Project(root, classes);
  }

  String spec() throws IOException {
    return Files.readString(root.resolve("spec/cortex-runs.yaml"));
  }

  String releasedSpec() throws IOException {
    return Files.readString(root.resolve("spec/released/cortex-runs.yaml"));
  }

  Map<String, PublicApi> api() throws IOException {
    Map<String, PublicApi> apis = new TreeMap<>();
    for (Map.Entry<String, Path> module : classes.entrySet()) {
      apis.put(module.getKey(), PublicApi.ofClasses(module.getValue()));
    }
    return apis;
  }

  Map<String, PublicApi> releasedApi() throws IOException {
    Map<String, PublicApi> apis = new TreeMap<>();
    for (String module : classes.keySet()) {
      apis.put(module, PublicApi.ofText(Files.readString(signatureFile(module))));
    }
    return apis;
  }

  private Path signatureFile(String module) {
    return root.resolve("regeneration/released").resolve(module + ".txt");
  }

  AcceptedBreaks acceptedBreaks() throws IOException {
    return AcceptedBreaks.of(Files.readString(root.resolve("regeneration/accepted-breaks.yaml")));
  }

  /** The first version that the changelog has a heading for. */
  SemanticVersion lastRelease() throws IOException {
    Matcher matcher = RELEASE.matcher(Files.readString(root.resolve("CHANGELOG.md")));
    return matcher.find() ? version("CHANGELOG.md", matcher.group(1)) : SemanticVersion.NONE;
  }

  private static SemanticVersion version(String file, String text) {
    try {
      return SemanticVersion.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** What the POMs say, which is the next release. */
  String version() throws IOException {
    Path pom = root.resolve("pom.xml");
    Matcher matcher = PARENT_VERSION.matcher(Files.readString(pom));
    if (!matcher.find()) {
      throw new IOException(pom + " has no version of cortex-parent. Write it there.");
    }
    version("pom.xml", matcher.group(1));
    return matcher.group(1);
  }

  /** What {@code spec/regenerate} could not do, if anything. */
  List<String> failures() throws IOException {
    Path failure = root.resolve("regeneration/target/failure.txt");
    return Files.exists(failure) ? List.of(Files.readString(failure)) : List.of();
  }

  /** What {@code spec/regenerate} was told not to do, each a sentence. */
  List<String> leftOut() throws IOException {
    Path file = root.resolve("regeneration/target/left-out.txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Makes what is there now the last release. */
  void record() throws IOException {
    Files.createDirectories(root.resolve("spec/released"));
    Files.writeString(root.resolve("spec/released/cortex-runs.yaml"), spec());
    for (Map.Entry<String, PublicApi> api : api().entrySet()) {
      Path file = signatureFile(api.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, api.getValue().text());
    }
  }

  /** Where the report goes. */
  Path report() {
    return root.resolve("regeneration/target/report.md");
  }
}
