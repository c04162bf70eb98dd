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

/** A client with the jars that its users get. */
public enum ClientJars {
  CORTEX("cortex", "cortex"),
  NATIVE("native", "nativejackson"),
  RETROFIT2_JACKSON("retrofit2-jackson", "retrofit2jackson"),
  RETROFIT2_GSON("retrofit2-gson", "retrofit2gson"),
  OKHTTP_GSON("okhttp-gson", "okhttpgson");

  /** The program that lists the first run, given a base URL and an API key. */
  public final String firstRun;

  /** The name of the client in tables. */
  public final String label;

  private final Path folder;

  ClientJars(String folder, String name) {
    this.folder = Path.of(System.getProperty("benchmarks.dir"), folder);
    this.firstRun = "ai.withcortex.benchmarks." + name + ".FirstRun";
    this.label = name.equals("cortex") ? "cortex" : "stock " + folder;
  }

  /** Returns the file with R8 rules that supplement the rules in the jars. */
  public Path rules() {
    return folder.resolve("rules.pro");
  }

  /** Returns the jar of the client. The jar of a stock client also contains the program. */
  Path jar() {
    return jars(folder.resolve("target")).get(0);
  }

  /** Returns all jars that the program needs. */
  public List<Path> jars() {
    return jarsOf(folder);
  }

  public String classPath() {
    return classPath(jars());
  }

  /** Returns the class path of our client in a different checkout, which must already be built. */
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
