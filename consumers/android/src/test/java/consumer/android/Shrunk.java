package consumer.android;

import com.android.tools.r8.R8;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** What R8 makes of the app with the rules that lie in the jars, and the app's for its ways in. */
enum Shrunk {
  /** For Android 8, as it is. */
  API_26("api-26", "R8 --dex --min-api 26 --pg-conf app.pro"),

  /** For Android 7, with core-library desugaring. */
  API_24("api-24", "R8 --dex --min-api 24 --pg-conf app.pro"),

  /** What the one above brings along of Java's library, here all of it. */
  LIBRARY_24("library-24", "L8 --min-api 24"),

  /** The client alone for Android 7, all of it. */
  CLIENT_24("client-24", "D8 --min-api 24"),

  /** Class files, which a JVM can run. */
  JVM("jvm.jar", "R8 --classfile --pg-conf app.pro"),

  /** The same without the rules in our jars. */
  WITHOUT_RULES("without-rules.jar", "R8 --classfile --pg-conf app.pro");

  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Path PLATFORM = Place.SHRUNK.resolve("platform.jar");
  private static final Path DESUGARING = Place.SHRUNK.resolve("desugar.json");

  private static boolean areBuilt;

  /** A jar, or a folder with classes.dex. */
  final Path output;

  private final List<String> arguments;

  Shrunk(String output, String arguments) {
    this.output = Place.SHRUNK.resolve(output);
    this.arguments = List.of(arguments.split(" "));
  }

  /** What R8 objects to; nothing if it has made the output. */
  List<String> errors() throws Exception {
    build();
    return Files.readAllLines(folder().resolve("errors"));
  }

  Dex dex() throws Exception {
    build();
    return Dex.read(output.resolve("classes.dex"));
  }

  /** Makes all of them, once; those with errors have no output. */
  static synchronized void build() throws Exception {
    if (areBuilt) {
      return;
    }
    Files.createDirectories(Place.SHRUNK);
    AndroidJar.write(PLATFORM);
    try (InputStream file = Shrunk.class.getResourceAsStream("/META-INF/desugar/d8/desugar.json")) {
      Files.copy(file, DESUGARING, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(List.of("-Xmx1500m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("-cp", Place.jarOf(R8.class) + File.pathSeparator + Place.jarOf(Shrinking.class)));
    command.add(Shrinking.class.getName());
    for (Shrunk shrunk : values()) {
      shrunk.prepare();
      command.add(shrunk.folder().toString());
    }
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("R8 has ended with " + process.exitValue());
    }
    areBuilt = true;
  }

  private Path folder() {
    return Place.SHRUNK.resolve(name());
  }

  private void prepare() throws Exception {
    Files.createDirectories(folder());
    if (output.toString().endsWith(".jar")) {
      Files.deleteIfExists(output);
    } else {
      Files.createDirectories(output);
      Files.deleteIfExists(output.resolve("classes.dex"));
    }
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--release", "--map-diagnostics", "warning", "error"));
    all.addAll(List.of("--lib", PLATFORM.toString(), "--output", output.toString()));
    if (arguments.contains("24")) {
      all.addAll(List.of("--desugared-lib", DESUGARING.toString()));
    }
    all.addAll(inputs());
    Files.write(folder().resolve("arguments"), all);
  }

  private List<String> inputs() throws IOException {
    List<String> inputs = new ArrayList<>();
    switch (this) {
      case LIBRARY_24 -> inputs.add(Place.TOOLS.resolve("desugar_jdk_libs.jar").toString());
      case CLIENT_24 -> {
        for (Path library : Place.libraries()) {
          inputs.addAll(Place.isOurs(library) ? List.of() : List.of("--classpath"));
          inputs.add(library.toString());
        }
      }
      default -> {
        // Several jars have a manifest, and R8 merges nothing that is no class.
        inputs.add("--no-data-resources");
        inputs.add(Place.APP_JAR.toString());
        for (Path library : Place.libraries()) {
          inputs.add((this == WITHOUT_RULES ? withoutRules(library) : library).toString());
        }
      }
    }
    return inputs;
  }

  /** The jar itself if there are none of ours in it. */
  private Path withoutRules(Path library) throws IOException {
    String name = library.getFileName().toString();
    if (!name.startsWith("cortex-client-core-")) {
      return library;
    }
    Path copy = folder().resolve(name);
    Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem jar = FileSystems.newFileSystem(copy)) {
      Files.delete(jar.getPath("META-INF", "proguard", "cortex-client-core.pro"));
    }
    return copy;
  }
}
