package ai.withcortex.spec;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;

/**
 * Validates JSON against the schemas in {@code cortex-runs.yaml}.
 *
 * <p>The validator shares no code with the generated client, so the two cannot have the same bug.
 * Thread-safe.
 */
public final class SpecValidator {
  private static final String SCHEMAS =
      "classpath:ai/withcortex/spec/cortex-runs.yaml#/components/schemas/";

  private final SchemaRegistry registry;

  private SpecValidator(SchemaRegistry registry) {
    this.registry = registry;
  }

  /** Returns a validator that reads the spec from the class path on first use. */
  public static SpecValidator load() {
    SchemaRegistryConfig english = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    return new SpecValidator(
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemaRegistryConfig(english)));
  }

  /**
   * Returns the errors in a value, each as a JSON pointer and a message in English; empty if the
   * value is valid.
   *
   * @param schemaName the name of a schema under {@code components/schemas}
   * @param json the value as JSON; if this is not valid JSON, the parser throws an exception
   */
  public List<String> errors(String schemaName, String json) {
    return errors(registry.getSchema(SchemaLocation.of(SCHEMAS + schemaName)), json);
  }

  /** Like {@link #errors}, but for an array whose elements have the named schema. */
  public List<String> errorsInArray(String schemaName, String json) {
    String array =
        """
        {"type": "array", "items": {"$ref": "%s"}}
        """;
    return errors(registry.getSchema(array.formatted(SCHEMAS + schemaName)), json);
  }

  private static List<String> errors(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}
