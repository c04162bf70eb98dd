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
 * Validates JSON against the schemas of {@code cortex-runs.yaml}.
 *
 * <p>It shares no code with the generated client, so that the two cannot be wrong together. Safe
 * for use by several threads.
 */
public final class SpecValidator {
  private static final String SCHEMAS =
      "classpath:ai/withcortex/spec/cortex-runs.yaml#/components/schemas/";

  private final SchemaRegistry registry;

  private SpecValidator(SchemaRegistry registry) {
    this.registry = registry;
  }

  /** Returns a validator that reads the spec from the class path at first use. */
  public static SpecValidator load() {
    SchemaRegistryConfig english = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    return new SpecValidator(
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemaRegistryConfig(english)));
  }

  /**
   * Returns what is wrong with a value, each as a JSON pointer and a message in English; empty if
   * it is valid.
   *
   * @param schemaName the name of a schema under {@code components/schemas}
   * @param json the text of the value; text that is no JSON ends in the parser's exception
   */
  public List<String> errors(String schemaName, String json) {
    return errors(registry.getSchema(SchemaLocation.of(SCHEMAS + schemaName)), json);
  }

  /** Like {@link #errors}, for an array whose elements are of the named schema. */
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
