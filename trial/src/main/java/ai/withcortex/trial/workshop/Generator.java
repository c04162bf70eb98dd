package ai.withcortex.trial.workshop;

import ai.withcortex.codegen.CortexCodegen;
import ai.withcortex.codegen.GeneratedSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Generates clients. */
public interface Generator {
  /** The package of the interfaces that are generated. */
  String API_PACKAGE = "trial.api";

  /** The package of the models that are generated. */
  String MODEL_PACKAGE = "trial.model";

  /**
   * Generates a client into a folder.
   *
   * @return the sources by their path below the source folder
   */
  Map<String, String> generate(Path document, Path folder, Mappings mappings) throws IOException;

  /** Returns our generator, run as the Maven plugin would. */
  static Generator ours() {
    return (document, folder, mappings) -> {
      CodegenConfigurator configurator =
          new CodegenConfigurator()
              .setGeneratorName(CortexCodegen.class.getName())
              .setInputSpec(document.toString())
              .setOutputDir(folder.toString())
              .setApiPackage(API_PACKAGE)
              .setModelPackage(MODEL_PACKAGE)
              .setValidateSpec(false) // As in client-generated, for the same reason.
              .setNameMappings(mappings.nameMappings())
              .setModelNameMappings(mappings.modelNameMappings())
              .setParameterNameMappings(mappings.parameterNameMappings())
              .setEnumNameMappings(mappings.enumNameMappings());
      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
      return GeneratedSources.read(folder.resolve("src/main/java"));
    };
  }
}
