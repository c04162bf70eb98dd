package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Rejects optional parameters with more values than the code that lists them can have. */
final class ChoiceCheck {
  /** The number of values up to which that code is less than 64 kB. */
  private static final int MAX_CHOICES = 5000;

  private final Schemas schemas;

  ChoiceCheck(SpecDocument spec) {
    this.schemas = new Schemas(spec);
  }

  /**
   * Checks an operation.
   *
   * @param options the schemas of its optional parameters
   */
  void check(SpecPlace operation, Stream<JsonNode> options) {
    int choices =
        options
            .map(schemas::plain)
            .map(schema -> schema.has("items") ? schemas.plain(schema.path("items")) : schema)
            .mapToInt(schema -> schema.path("enum").size())
            .sum();
    if (choices > MAX_CHOICES) {
      throw new SpecException(
          operation,
          "has optional parameters with "
              + choices
              + " values in their enums, and at most "
              + MAX_CHOICES
              + " are possible",
          "Remove an enum: a string without an enum can have any value.");
    }
  }
}
