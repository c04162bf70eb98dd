import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;

/**
 * Checks what would be sent to Maven Central: that exactly what is to be published is there, that each POM has what
 * Maven Central demands and nothing that would not resolve, that users get the few libraries that they are promised, that each
 * jar is a Java module and each class has its source, and that each SBOM names what a user gets. Usage: CheckPublished.java FOLDER VERSION LIB, where LIB has the jars of a consumer.
 */
final class CheckPublished {
  private static final List<String> JARS =
      List.of("cortex-client-core", "cortex-client-extensions", "cortex-client-generated", "cortex-client-testing");
  private static final String BOM = "cortex-bom";
  /** What users compile with they also run with; what is provided they do not get. */
  private static final Map<String, List<String>> DEPENDENCIES =
      Map.of(
          "cortex-client-core",
          List.of(
              "com.squareup.moshi:moshi:compile",
              "com.squareup.okhttp3:okhttp:compile",
              "com.squareup.retrofit2:converter-moshi:compile",
              "com.squareup.retrofit2:retrofit:compile",
              "org.immutables:value-annotations:provided",
              "org.jspecify:jspecify:compile"),
          "cortex-client-generated",
          List.of("ai.withcortex:cortex-client-core:compile", "org.immutables:value-annotations:provided"),
          "cortex-client-extensions",
          List.of(
              "ai.withcortex:cortex-client-core:compile",
              "ai.withcortex:cortex-client-generated:compile",
              "org.immutables:value-annotations:provided",
              "org.reactivestreams:reactive-streams:compile"),
          "cortex-client-testing",
          List.of("ai.withcortex:cortex-client-extensions:compile"));
  /** What comes with these: Okio through OkHttp, and Kotlin's library and its annotations through all of them. */
  private static final Set<String> LIBRARIES =
      Set.of(
          "annotations",
          "converter-moshi",
          "jspecify",
          "kotlin-stdlib",
          "kotlin-stdlib-jdk7",
          "kotlin-stdlib-jdk8",
          "moshi",
          "okhttp",
          "okio",
          "okio-jvm",
          "reactive-streams",
          "retrofit");
  private static final Map<String, String> MODULES =
      Map.of(
          "cortex-client-core", "ai.withcortex.core",
          "cortex-client-generated", "ai.withcortex.generated",
          "cortex-client-extensions", "ai.withcortex.client",
          "cortex-client-testing", "ai.withcortex.testing");
  /** What makes the client. The annotations in Value stay in class files, where the JVM does not look for their classes. */
  private static final Pattern OF_THE_BUILD =
      Pattern.compile("org/immutables/(?!value/Value\\W)|org/openapitools/|ai/withcortex/codegen/");
  private static final List<String> DEMANDED =
      List.of(
          "/project/modelVersion",
          "/project/groupId",
          "/project/artifactId",
          "/project/version",
          "/project/name",
          "/project/description",
          "/project/url",
          "/project/licenses/license/name",
          "/project/licenses/license/url",
          "/project/developers/developer/name",
          "/project/developers/developer/organization",
          "/project/scm/connection",
          "/project/scm/developerConnection",
          "/project/scm/url");
  private static final List<String> UNWANTED =
      List.of(
          "/project/parent",
          "/project/modules",
          "/project/build",
          "/project/profiles",
          "/project/properties",
          "/project/repositories",
          "//dependency[scope='test' or scope='system']",
          "//dependency[scope='import']",
          "//dependency[not(version)]",
          "//dependency/version[contains(., 'SNAPSHOT')]");

  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private final List<String> faults = new ArrayList<>();
  private final Path group;
  private final String version;

  private CheckPublished(Path repository, String version) {
    this.group = repository.resolve("ai/withcortex");
    this.version = version;
  }

  public static void main(String[] arguments) throws Exception {
    CheckPublished check = new CheckPublished(Path.of(arguments[0]), arguments[1]);
    check.checkFiles();
    if (check.faults.isEmpty()) {
      check.checkPom(BOM);
      check.checkVersionsOfBom();
      for (String artifact : JARS) {
        check.checkPom(artifact);
        check.checkDependencies(artifact);
        check.checkClasses(artifact, Path.of(arguments[2]));
        check.checkSources(artifact);
        check.checkDocumentation(artifact);
      }
      check.checkModules();
      check.checkLibraries(Path.of(arguments[2]));
      check.checkSboms(Path.of(arguments[2]));
    }
    check.faults.forEach(fault -> System.err.println("check-release: " + fault));
    System.exit(check.faults.isEmpty() ? 0 : 1);
  }

  private void checkFiles() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of(BOM + ".pom"));
    for (String artifact : JARS) {
      for (String ending : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml")) {
        expected.add(artifact + ending);
      }
    }
    try (Stream<Path> files = Files.walk(group)) {
      Set<String> found =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.matches(".*\\.(asc|md5|sha1|sha256|sha512)"))
              .map(name -> name.replace("-" + version, ""))
              .collect(Collectors.toCollection(TreeSet::new));
      same("published files", expected, found);
    }
  }

  private void checkPom(String artifact) throws Exception {
    Path pom = file(artifact, ".pom");
    for (String path : DEMANDED) {
      if (texts(pom, path).stream().allMatch(String::isBlank)) {
        faults.add(pom.getFileName() + " has no " + path + ", which Maven Central demands; see the parent POM");
      }
    }
    for (String path : UNWANTED) {
      if (!texts(pom, path).isEmpty()) {
        faults.add(pom.getFileName() + " has " + path + ", which users cannot resolve or do not need");
      }
    }
  }

  private void checkDependencies(String artifact) throws Exception {
    Path pom = file(artifact, ".pom");
    int count = texts(pom, "//dependency/artifactId").size();
    List<String> found = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      // A dependency that has no scope, or more than these three and a version, is told as it is.
      String dependency = "(//dependency)[" + i + "]/*[not(self::version)]";
      found.add(String.join(":", texts(pom, dependency)));
    }
    same(
        "dependencies of " + pom.getFileName(),
        DEPENDENCIES.get(artifact),
        found);
  }

  /** Each class can be loaded, with all that its members name, by who has the jars of a consumer. */
  private void checkClasses(String artifact, Path lib) throws IOException {
    Path jar = file(artifact, ".jar");
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> files = Files.list(lib)) {
      for (Path library : files.toList()) {
        urls.add(library.toUri().toURL());
      }
    }
    try (ZipFile zip = new ZipFile(jar.toFile());
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().matches("ai/.*\\.class")).toList()) {
        Matcher build = OF_THE_BUILD.matcher(new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1));
        if (build.find()) {
          faults.add(entry + " in " + jar.getFileName() + " needs " + build.group() + ", which is for the build only");
        }
        try {
          Class<?> type = loader.loadClass(entry.getName().replace(".class", "").replace('/', '.'));
          type.getDeclaredConstructors();
          type.getDeclaredFields();
          type.getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError e) {
          faults.add(entry + " in " + jar.getFileName() + " cannot be loaded: " + e);
        }
      }
    }
  }

  private void checkModules() {
    Map<String, String> owners = new TreeMap<>();
    for (String artifact : JARS) {
      Path jar = file(artifact, ".jar");
      ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
      String found = (module.isAutomatic() ? "automatic " : "") + module.toNameAndVersion();
      if (!found.equals(MODULES.get(artifact) + "@" + version)) {
        faults.add(jar.getFileName() + " is the module " + found + " instead of " + MODULES.get(artifact));
      }
      for (String name : module.packages()) {
        String other = owners.put(name, artifact);
        if (other != null) {
          faults.add("the package " + name + " is in " + other + " and in " + artifact + ", which modules must not share");
        }
      }
    }
  }

  private void checkLibraries(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      same(
          "libraries of a consumer",
          LIBRARIES,
          files
              .map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
              .filter(name -> !JARS.contains(name))
              .toList());
    }
  }

  private void checkVersionsOfBom() throws Exception {
    same("artifacts of " + BOM, JARS, texts(file(BOM, ".pom"), "//dependencyManagement//artifactId"));
  }

  /** Generated classes have theirs, too, the implementations of models included. */
  private void checkSources(String artifact) throws IOException {
    Set<String> classes =
        entries(file(artifact, ".jar"), name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-info"));
    Set<String> sources = entries(file(artifact, "-sources.jar"), name -> name.endsWith(".java"));
    for (String name : classes) {
      if (!sources.contains(name.replace(".class", ".java"))) {
        faults.add(artifact + "-sources.jar has no source of " + name);
      }
    }
  }

  private void checkDocumentation(String artifact) throws IOException {
    if (entries(file(artifact, "-javadoc.jar"), "index.html"::equals).isEmpty()) {
      faults.add(artifact + "-javadoc.jar has no index.html");
    }
  }

  /** The sandbox needs all that is published, so its SBOM is what a consumer of everything gets. */
  private void checkSboms(Path lib) throws Exception {
    Set<String> jars = new TreeSet<>();
    try (Stream<Path> files = Files.list(lib)) {
      files.map(jar -> jar.getFileName().toString()).forEach(jars::add);
    }
    Path sandbox = file("cortex-client-testing", "-cyclonedx.xml");
    Set<String> named = new TreeSet<>(components(sandbox));
    named.add("cortex-client-testing-" + version + ".jar");
    same("components of " + sandbox.getFileName() + " and jars of a consumer", jars, named);
    for (String artifact : JARS) {
      Path sbom = file(artifact, "-cyclonedx.xml");
      List<String> components = components(sbom);
      if (!jars.containsAll(components)) {
        faults.add(sbom.getFileName() + " names what no consumer gets: " + components + "; a consumer gets " + jars);
      }
      if (components.stream().noneMatch(jar -> jar.startsWith("retrofit-"))) {
        faults.add(sbom.getFileName() + " does not name Retrofit, which every module needs");
      }
    }
  }

  private List<String> components(Path sbom) throws Exception {
    String component = "/*/*[local-name()='components']/*/*[local-name()='%s']";
    List<String> names = texts(sbom, component.formatted("name"));
    List<String> versions = texts(sbom, component.formatted("version"));
    return IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + "-" + versions.get(i) + ".jar").toList();
  }

  private Path file(String artifact, String ending) {
    return group.resolve(artifact).resolve(version).resolve(artifact + "-" + version + ending);
  }

  private void same(String what, Collection<String> expected, Collection<String> found) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<String> surplus = new TreeSet<>(found);
    surplus.removeAll(expected);
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      faults.add(what + ": expected also " + missing + " and not " + surplus);
    }
  }

  private List<String> texts(Path file, String path) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      NodeList nodes =
          (NodeList)
              xpath.evaluate(
                  path, DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in), XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }
  }

  private static Set<String> entries(Path jar, Predicate<String> wanted) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
