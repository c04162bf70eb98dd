package ai.withcortex.codegen;

import static java.util.Objects.requireNonNull;

import ai.withcortex.codegen.check.ParserCheck;
import ai.withcortex.codegen.check.SpecCheck;
import ai.withcortex.codegen.operation.ApiTranslator;
import ai.withcortex.codegen.operation.BodyTranslator;
import ai.withcortex.codegen.operation.OptionsTranslator;
import ai.withcortex.codegen.schema.GeneratedModel;
import ai.withcortex.codegen.schema.JavaType;
import ai.withcortex.codegen.schema.ModelTranslator;
import ai.withcortex.codegen.schema.PlainSpec;
import ai.withcortex.codegen.source.ClassNames;
import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.source.Javadoc;
import ai.withcortex.codegen.source.NameMark;
import ai.withcortex.codegen.source.SourceFormatter;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.YamlFile;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.servers.Server;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.EnumVarMap;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Generates Retrofit interfaces, Immutables models and streaming Moshi adapters from an OpenAPI 3.0
 * spec. To run it, set {@code generatorName} of the OpenAPI Generator Maven plugin to the name of
 * this class.
 *
 * <p>{@link ModelTranslator} and {@link ApiTranslator} decide what is written; the templates decide
 * how it looks. google-java-format breaks lines and removes unused imports.
 */
public final class CortexCodegen extends AbstractJavaCodegen {
  private static final String TEMPLATES = "cortex-java";

  /** The prefix of the groups that contain operations with options. No tag starts with it. */
  private static final String OPTIONS = "?";

  /** The prefix of the pages that contain adapters. No schema starts with it. */
  private static final String ADAPTER = "?";

  private final SourceFormatter formatter = new SourceFormatter();

  private final Faults faults = new Faults();

  private final ClassNames classes = new ClassNames();

  private @Nullable SpecDocument spec;

  private @Nullable ParserCheck parsed;

  public CortexCodegen() {
    YamlFile.allowLargeFiles();
    embeddedTemplateDir = TEMPLATES;
    templateDir = TEMPLATES;
    modelTemplateFiles.clear();
    modelTemplateFiles.put("schema.mustache", ".java");
    modelDocTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    apiTestTemplateFiles.clear();

    hideGenerationTimestamp = true;
    setOpenApiNullable(false);
    sourceFolder = "src/main/java";
    // A union with one variant is still a union: more variants may follow.
    openapiNormalizer.put("SIMPLIFY_ONEOF_ANYOF", "false");
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

  /**
   * Also reads the spec, because OpenAPI Generator reports little about files that it cannot read.
   */
  @Override
  public void setInputSpec(String inputSpec) {
    super.setInputSpec(inputSpec);
    spec = SpecDocument.read(Path.of(inputSpec), faults);
    parsed = ParserCheck.of(spec, inputSpec, faults);
  }

  /**
   * Checks a spec that is known to have faults before the usual time, because OpenAPI Generator may
   * fail from here on. The settings that the checks need are known.
   *
   * @param openAPI null if the parser of OpenAPI Generator cannot read the spec
   */
  @Override
  public void setOpenAPI(@Nullable OpenAPI openAPI) {
    if (!faults.isEmpty()) {
      processOpts();
    }
    super.setOpenAPI(openAPI);
  }

  @Override
  public void processOpts() {
    super.processOpts();
    SpecDocument document = requireNonNull(spec, "setInputSpec was not called");
    new SpecCheck(document, requireNonNull(parsed), this, faults).check();
    typeMapping.putAll(JavaType.MAPPINGS);
    importMapping.clear();
    document.filters().forEach((filter, target) -> schemaMapping.put(filter, toModelName(target)));
    supportingFiles.clear();
    supportingFiles.add(
        new SupportingFile("apiStyle.mustache", folder(apiPackage), "ApiStyle.java"));
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
  public void preprocessOpenAPI(OpenAPI openAPI) {
    PlainSpec.makeOf(openAPI);
    super.preprocessOpenAPI(openAPI);
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(models);
    ModelTranslator translator =
        new ModelTranslator(codegenModels(processed), openAPI, enumNameMapping);
    Map<String, ModelsMap> written = new TreeMap<>();
    List<GeneratedModel> generated = requireNonNull(spec).locate(translator::translate);
    for (GeneratedModel model : generated) {
      classes.declare(modelPackage, model.name());
      written.put(
          model.schema(), page(model, processed.getOrDefault(model.schema(), new ModelsMap())));
      if (model.hasAdapter()) {
        classes.declare(modelPackage, model.name() + "JsonAdapter");
        ModelsMap adapter = page(model, new ModelsMap());
        adapter.put("adapter", true);
        written.put(ADAPTER + model.schema(), adapter);
      }
    }
    additionalProperties.put("generatedModels", generated);
    additionalProperties.put("modelsByUse", translator.byUse(generated));
    additionalProperties.put(
        "unions", generated.stream().filter(GeneratedModel.Union.class::isInstance).toList());
    return written;
  }

  /**
   * Names parameters by their place, too, and sorts path parameters first, because Retrofit
   * requires them before query parameters.
   */
  @Override
  public CodegenOperation fromOperation(
      String path, String method, Operation operation, List<Server> servers) {
    CodegenOperation translated = super.fromOperation(path, method, operation, servers);
    for (CodegenParameter parameter : translated.allParams) {
      if (!parameter.isBodyParam) {
        parameter.paramName =
            JavaNames.parameter(parameterNameMapping, place(parameter), parameter.baseName);
      }
    }
    translated.allParams.sort(Comparator.comparing(parameter -> !parameter.isPathParam));
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    if (body != null && !Boolean.TRUE.equals(body.getRequired())) {
      BodyTranslator.markOptional(translated);
    }
    return translated;
  }

  /** Gives an enum its own type. OpenAPI Generator makes any string of it. */
  @Override
  public CodegenParameter fromRequestBody(
      RequestBody body, Set<String> imports, String bodyParameterName) {
    CodegenParameter translated = super.fromRequestBody(body, imports, bodyParameterName);
    Schema<?> schema = ModelUtils.getSchemaFromRequestBody(body);
    if (schema.get$ref() != null
        && ModelUtils.isEnumSchema(ModelUtils.getReferencedSchema(openAPI, schema))) {
      translated.dataType = getTypeDeclaration(schema);
    }
    return translated;
  }

  /** Adds the options of an operation as if they were the interface of an additional tag. */
  @Override
  public void addOperationToGroup(
      String tag,
      String path,
      Operation operation,
      CodegenOperation translated,
      Map<String, List<CodegenOperation>> groups) {
    super.addOperationToGroup(tag, path, operation, translated, groups);
    // Each operation appears in the interface of its tag and in its options class.
    translated.baseName = toApiName(tag);
    if (translated.allParams.stream().anyMatch(OptionsTranslator::isOption)) {
      groups
          .computeIfAbsent(OPTIONS + translated.operationId, group -> new ArrayList<>())
          .add(translated);
      classes.declare(apiPackage, toApiName(OPTIONS + translated.operationId));
    }
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap operations, List<ModelMap> allModels) {
    OperationMap group = operations.getOperations();
    SpecDocument document = requireNonNull(spec);
    if (group.getOperation().get(0).baseName.equals(group.getClassname())) {
      ApiTranslator translator = new ApiTranslator(openAPI, tag -> toApiName(sanitizeTag(tag)));
      operations.put("api", document.locate(() -> translator.translate(group)));
    } else {
      OptionsTranslator translator = new OptionsTranslator(document, group.getOperation());
      operations.put("options", document.locate(() -> translator.translate(group.getClassname())));
    }
    operations.put("generatedModels", additionalProperties.get("generatedModels"));
    return operations;
  }

  /** Returns true, because formatting is always on. */
  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  @Override
  public void postProcessFile(File file, String fileType) {
    if (file.getName().endsWith(".java")) {
      formatter.add(file.toPath());
    }
  }

  /** Formats all files. The superclass would print a request for donations to the build output. */
  @Override
  public void postProcess() {
    formatter.format(classes::resolve);
  }

  /**
   * Returns false, so that names that are not valid in Java are not changed here. {@link SpecCheck}
   * rejects them.
   */
  @Override
  protected boolean isReservedWord(String word) {
    return false;
  }

  /** Marks the name, because a library class may have the same one. */
  @Override
  public String toModelName(String name) {
    return NameMark.isMarked(name) ? name : NameMark.mark(super.toModelName(name));
  }

  /**
   * Names the file after the class. The superclass would number the files of schemas whose names
   * differ only in case, even if a mapping gives their classes different names.
   */
  @Override
  public String modelFilename(String template, String name) {
    String file =
        name.startsWith(ADAPTER)
            ? toModelFilename(name.substring(ADAPTER.length())) + "JsonAdapter"
            : toModelFilename(name);
    return modelFileFolder() + "/" + file + modelTemplateFiles().get(template);
  }

  @Override
  public String toModelFilename(String name) {
    return NameMark.plain(toModelName(name));
  }

  @Override
  public String toApiFilename(String tag) {
    return NameMark.plain(toApiName(tag));
  }

  /** Returns the class of a schema, even if the schema is named like a type of OpenAPI. */
  @Override
  @SuppressWarnings("rawtypes") // The superclass declares a raw type.
  public String getSchemaType(Schema schema) {
    return schema.get$ref() == null
        ? super.getSchemaType(schema)
        : toModelName(ModelUtils.getSimpleRef(schema.get$ref()));
  }

  @Override
  public String toVarName(String name) {
    return nameMapping.getOrDefault(name, JavaNames.accessor(name));
  }

  @Override
  public String toParamName(String name) {
    return parameterNameMapping.getOrDefault(name, JavaNames.parameter(name));
  }

  /** Does nothing. {@link JavaNames#constants} reads the names in the spec. */
  @Override
  protected void updateEnumVarsWithExtensions(
      List<EnumVarMap> constants, Map<String, Object> extensions, String type) {}

  @Override
  public String toApiName(String tag) {
    return tag.startsWith(OPTIONS)
        ? toModelName(JavaNames.options(toOperationId(tag.substring(OPTIONS.length()))))
        : toModelName(tag) + "Api";
  }

  /** Returns the text unchanged, because {@link Javadoc} escapes descriptions. */
  @Override
  public String escapeText(String text) {
    return text;
  }

  private ModelsMap page(GeneratedModel model, ModelsMap page) {
    page.putAll(additionalProperties());
    page.put(model.template(), model);
    page.putIfAbsent("models", List.<ModelMap>of());
    return page;
  }

  private static String place(CodegenParameter parameter) {
    if (parameter.isFormParam) {
      return "form";
    }
    if (parameter.isPathParam) {
      return "path";
    }
    return parameter.isQueryParam ? "query" : "header";
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
