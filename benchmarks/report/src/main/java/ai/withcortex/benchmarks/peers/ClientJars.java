package ai.withcortex.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client with the jars that its user gets. */
public enum ClientJars {
  CORTEX("cortex", "cortex"),
  NATIVE("native", "nativejackson"),
  RETROFIT2_JACKSON("retrofit2-jackson", "retrofit2jackson"),
  RETROFIT2_GSON("retrofit2-gson", "retrofit2gson"),
  OKHTTP_GSON("okhttp-gson", "okhttpgson");

  /** The program that lists the first run of a base URL with an API key. */
  public final String firstRun;

  /** As tables name it. */
  public final String label;

  private final Path folder;

  ClientJars(String folder, String name) {
    this.folder = Path.of(System.getProperty("benchmarks.dir"), folder);
    this.firstRun = "ai.withcortex.benchmarks." + name + ".FirstRun";
    this.label = name.equals("cortex") ? "cortex" : "stock " + folder;
  }

  /** What R8 must keep beside what the jars say themselves. */
  public Path rules() {
    return folder.resolve("rules.pro");
  }

  /** The client, and the program if it is a stock one, which is compiled with it. */
  Path jar() {
    return jars(folder.resolve("target")).get(0);
  }

  /** All that is needed to run the program. */
  public List<Path> jars() {
    return jarsOf(folder);
  }

  public String classPath() {
    return classPath(jars());
  }

  /** That of our client in another checkout, where it is built. */
  public static String classPathIn(Path checkout) {
    return classPath(jarsOf(checkout.resolve("benchmarks").resolve("cortex")));
  }

  private static List<Path> jarsOf(Path folder) {
    List<Path> all = new ArrayList<>();
    all.addAll(jars(folder.resolve("target")));
    all.addAll(jars(folder.resolve("target").resolve("libraries")));
    return all;
  }

  private static String classPath(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
