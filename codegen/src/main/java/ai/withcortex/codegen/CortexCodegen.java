package ai.withcortex.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Writes Retrofit interfaces, Immutables models and streaming Moshi adapters for an OpenAPI 3.0
 * spec. Run by the OpenAPI Generator Maven Plugin, which takes this class's name for {@code
 * generatorName}.
 *
 * <p>What is written is decided by {@link ModelTranslator} and {@link ApiTranslator}; how it looks,
 * by the templates; where lines break and which imports stay, by google-java-format.
 */
public final class CortexCodegen extends AbstractJavaCodegen {
  private static final String TEMPLATES = "cortex-java";

  private final SourceFormatter formatter = new SourceFormatter();

  public CortexCodegen() {
    embeddedTemplateDir = TEMPLATES;
    templateDir = TEMPLATES;
    modelTemplateFiles.clear();
    modelTemplateFiles.put("model.mustache", ".java");
    modelTemplateFiles.put("adapter.mustache", "JsonAdapter.java");
    modelDocTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    apiTestTemplateFiles.clear();

    hideGenerationTimestamp = true;
    setOpenApiNullable(false);
    sourceFolder = "src/main/java";
    // A union of one kind is still a union: more will come.
    openapiNormalizer.put("SIMPLIFY_ONEOF_ANYOF", "false");
    reservedWords.addAll(JavaNames.RESERVED_CLASSES);
  }

  @Override
  public String getName() {
    return "cortex-java";
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public String getHelp() {
    return "Generates Retrofit interfaces, Immutables models and streaming Moshi adapters.";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    typeMapping.putAll(JavaType.MAPPINGS);
    importMapping.clear();
    supportingFiles.clear();
    supportingFiles.add(
        new SupportingFile("modelStyle.mustache", folder(modelPackage), "ModelStyle.java"));
    supportingFiles.add(
        new SupportingFile(
            "adapterFactory.mustache", folder(modelPackage), "ModelJsonAdapterFactory.java"));
    supportingFiles.add(
        new SupportingFile("modelPackageInfo.mustache", folder(modelPackage), "package-info.java"));
    supportingFiles.add(
        new SupportingFile("apiPackageInfo.mustache", folder(apiPackage), "package-info.java"));
    additionalProperties.put("codegen", getClass().getName());
  }

  @Override
  public void preprocessOpenAPI(OpenAPI spec) {
    super.preprocessOpenAPI(spec);
    Map<String, String> schemas = new TreeMap<>();
    for (String schema : ModelUtils.getSchemas(spec).keySet()) {
      String other = schemas.put(toModelName(schema), schema);
      if (other != null) {
        throw new SpecException(
            "The schemas '"
                + other
                + "' and '"
                + schema
                + "' become one class. Tell them apart by modelNameMappings.");
      }
    }
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(models);
    ModelTranslator translator =
        new ModelTranslator(codegenModels(processed), new SchemaReferences(openAPI));
    Map<String, ModelsMap> written = new TreeMap<>();
    List<GeneratedModel> generated = translator.translate();
    for (GeneratedModel model : generated) {
      ModelsMap page = processed.getOrDefault(model.schema(), new ModelsMap());
      page.putAll(additionalProperties());
      page.put(model.template(), model);
      page.putIfAbsent("models", List.<ModelMap>of());
      written.put(model.schema(), page);
    }
    additionalProperties.put("generatedModels", generated);
    additionalProperties.put(
        "unions", generated.stream().filter(GeneratedModel.Union.class::isInstance).toList());
    return written;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap operations, List<ModelMap> allModels) {
    operations.put(
        "api",
        new ApiTranslator(openAPI, this::interfaceName).translate(operations.getOperations()));
    operations.put("generatedModels", additionalProperties.get("generatedModels"));
    return operations;
  }

  /** Formatting is not an option that a user of the generator has. */
  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  @Override
  public void postProcessFile(File file, String fileType) {
    if (file.getName().endsWith(".java")) {
      formatter.format(file.toPath());
    }
  }

  /** The superclass prints a call for donations here, in the middle of the output of a build. */
  @Override
  public void postProcess() {}

  @Override
  public String toVarName(String name) {
    return nameMapping.getOrDefault(name, JavaNames.accessor(name));
  }

  @Override
  public String toParamName(String name) {
    return parameterNameMapping.getOrDefault(name, JavaNames.accessor(name));
  }

  @Override
  public String toEnumVarName(String value, String datatype) {
    return enumNameMapping.getOrDefault(value, JavaNames.constant(value));
  }

  @Override
  public String toApiName(String tag) {
    return (tag.equalsIgnoreCase(ApiTranslator.NO_TAG) ? "Default" : toModelName(tag)) + "Api";
  }

  private String interfaceName(String tag) {
    return toApiName(sanitizeTag(tag));
  }

  /** Descriptions reach the templates as the spec has them; {@link Javadoc} does the escaping. */
  @Override
  public String escapeText(String text) {
    return text;
  }

  private String folder(String packageName) {
    return sourceFolder + "/" + packageName.replace('.', '/');
  }

  private static Map<String, CodegenModel> codegenModels(Map<String, ModelsMap> models) {
    Map<String, CodegenModel> byName = new TreeMap<>();
    models.forEach((name, page) -> byName.put(name, page.getModels().get(0).getModel()));
    return byName;
  }
}
