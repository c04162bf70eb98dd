package ai.withcortex.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the Maven plugin would. */
public final class GeneratedSources {
  private static final String SOURCE_FOLDER = "src/main/java";

  private GeneratedSources() {}

  /**
   * Generates a client into a folder.
   *
   * @return the sources by their path below the source folder
   */
  public static Map<String, String> of(
      Path spec, Path folder, String apiPackage, String modelPackage) throws IOException {
    return of(
        spec,
        folder,
        apiPackage,
        modelPackage,
        Map.of("else", "otherwise"),
        Map.of("ListRunsOptions", "RunQuery"),
        Map.of());
  }

  /** Generates a client whose names in Java are those of the mappings. */
  public static Map<String, String> of(
      Path spec,
      Path folder,
      String apiPackage,
      String modelPackage,
      Map<String, String> nameMappings,
      Map<String, String> modelNameMappings,
      Map<String, String> parameterNameMappings)
      throws IOException {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName(CortexCodegen.class.getName())
            .setInputSpec(spec.toString())
            .setOutputDir(folder.toString())
            .setApiPackage(apiPackage)
            .setModelPackage(modelPackage)
            .setValidateSpec(false) // As in client-generated, for the same reason.
            .setNameMappings(nameMappings)
            .setModelNameMappings(modelNameMappings)
            .setParameterNameMappings(parameterNameMappings);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return read(folder.resolve(SOURCE_FOLDER));
  }

  /** Returns the Java files below a folder, by their path in it. */
  public static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        sources.put(name, Files.readString(file, UTF_8));
      }
    }
    return sources;
  }
}
