package ai.withcortex.regeneration;

import ai.withcortex.regeneration.api.AcceptedBreaks;
import ai.withcortex.regeneration.api.ClassFiles;
import ai.withcortex.regeneration.api.PublicApi;
import ai.withcortex.regeneration.api.SignatureFile;
import ai.withcortex.regeneration.version.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of this project, both current and from the last release.
 *
 * @param root the directory of the parent POM
 * @param classes the class directories of the published modules, by module
 */
record Project(Path root, Map<String, Path> classes) {
  /** The modules on which users depend, in dependency order. */
  static final List<String> PUBLISHED =
      List.of("client-core", "client-generated", "client-extensions", "client-testing");

  private static final Pattern EXPORT =
      Pattern.compile("^\\s*exports ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern RELEASE =
      Pattern.compile("^## \\[(\\d[^\\]]*)\\]", Pattern.MULTILINE);
  private static final Pattern PARENT_VERSION =
      Pattern.compile("<artifactId>cortex-parent</artifactId>\\s*<version>([^<]*)</version>");

  /** Returns a project whose modules have been built. */
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
      PublicApi visible = ClassFiles.read(module.getValue());
      apis.put(module.getKey(), visible.in(exports(module.getKey())));
    }
    return apis;
  }

  /** Returns the packages that a module exports to all other modules. */
  private Set<String> exports(String module) throws IOException {
    Path descriptor = root.resolve(module).resolve("src/main/java9/module-info.java");
    return EXPORT
        .matcher(Files.readString(descriptor))
        .results()
        .map(export -> export.group(1))
        .collect(Collectors.toSet());
  }

  Map<String, PublicApi> releasedApi() throws IOException {
    Map<String, PublicApi> apis = new TreeMap<>();
    for (String module : classes.keySet()) {
      String text = Files.readString(signatureFile(module));
      try {
        apis.put(module, SignatureFile.read(text));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            root.relativize(signatureFile(module)) + ": " + e.getMessage(), e);
      }
    }
    return apis;
  }

  private Path signatureFile(String module) {
    return root.resolve("regeneration/released").resolve(module + ".txt");
  }

  AcceptedBreaks acceptedBreaks() throws IOException {
    return AcceptedBreaks.of(Files.readString(root.resolve("regeneration/accepted-breaks.yaml")));
  }

  /** Returns the first version in the changelog. */
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

  /** Returns the version in the POMs, which is the version of the next release. */
  String version() throws IOException {
    Path pom = root.resolve("pom.xml");
    Matcher matcher = PARENT_VERSION.matcher(Files.readString(pom));
    if (!matcher.find()) {
      throw new IOException(pom + " does not contain the version of cortex-parent. Add it.");
    }
    version("pom.xml", matcher.group(1));
    return matcher.group(1);
  }

  /** Returns the steps of {@code spec/regenerate} that failed, each with what its log says. */
  List<String> failures() throws IOException {
    Path failures = root.resolve("regeneration/target/failure.txt");
    return Files.exists(failures)
        ? List.of(Files.readString(failures).strip().split("\n\n"))
        : List.of();
  }

  /** Returns the steps that {@code spec/regenerate} skipped, each as a sentence. */
  List<String> leftOut() throws IOException {
    Path file = root.resolve("regeneration/target/left-out.txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Records the current state as the last release. */
  void record() throws IOException {
    Files.createDirectories(root.resolve("spec/released"));
    Files.writeString(root.resolve("spec/released/cortex-runs.yaml"), spec());
    for (Map.Entry<String, PublicApi> api : api().entrySet()) {
      Path file = signatureFile(api.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, SignatureFile.write(api.getValue()));
    }
  }

  /** Returns the path of the report. */
  Path report() {
    return root.resolve("regeneration/target/report.md");
  }
}
