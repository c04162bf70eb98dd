package ai.withcortex.regeneration.spec;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.spec.SpecTree.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/** What openapi-diff calls incompatible, but for what rules of this package know better. */
final class OpenApiDiff {
  private OpenApiDiff() {}

  static List<SpecChange> breaks(JsonNode released, JsonNode current) {
    JsonNode old = withoutLimits(released);
    JsonNode now = withoutLimits(current);
    dropKnown(new SpecTree(old), new SpecTree(now));
    OpenApiDiffOptions options =
        OpenApiDiffOptions.builder()
            // Enums and unions of the client are open.
            .configProperty(
                BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false")
            .configProperty(
                BackwardIncompatibleProp.RESPONSE_ONEOF_INCREASED.getPropertyName(), "false")
            .build();
    ChangedOpenApi diff = OpenApiCompare.fromSpecifications(parsed(old), parsed(now), options);
    List<SpecChange> breaks = new ArrayList<>();
    for (Endpoint endpoint : diff.getMissingEndpoints()) {
      breaks.add(change(endpoint.getMethod() + " " + endpoint.getPathUrl()));
    }
    for (ChangedOperation operation : diff.getChangedOperations()) {
      if (operation.isIncompatible()) {
        breaks.add(change(operation.getHttpMethod() + " " + operation.getPathUrl()));
      }
    }
    return breaks;
  }

  /** It calls any change of these incompatible; {@link LimitComparison} has a rule for each. */
  private static JsonNode withoutLimits(JsonNode spec) {
    JsonNode copy = spec.deepCopy();
    for (String limit : LimitComparison.NAMES) {
      for (JsonNode schema : copy.findParents(limit)) {
        if (schema.get(limit).isValueNode()) {
          ((ObjectNode) schema).remove(limit);
        }
      }
    }
    return copy;
  }

  /** Answers that are gone, and bodies that may be left out: {@link BodyComparison} knows. */
  private static void dropKnown(SpecTree old, SpecTree now) {
    Map<String, Part> operations = now.operations();
    old.operations()
        .forEach(
            (key, operation) -> {
              Part successor = operations.get(key);
              if (successor != null) {
                JsonNode answers = operation.node().path("responses");
                for (String status : SpecComparison.names(answers, answers)) {
                  if (!successor.node().path("responses").has(status)) {
                    ((ObjectNode) answers).remove(status);
                  }
                }
                JsonNode body = now.resolved(successor.at("requestBody")).node();
                if (!body.path("required").asBoolean()
                    && old.resolved(operation.at("requestBody")).node() instanceof ObjectNode was) {
                  was.remove("required");
                }
              }
            });
  }

  private static SpecChange change(String operation) {
    return new SpecChange(
        Kind.CHANGED,
        Effect.BREAKING,
        operation.toLowerCase(Locale.ROOT),
        "#/paths",
        "openapi-diff calls it incompatible, and no rule says why",
        "Have a look.",
        "",
        "",
        Set.of());
  }

  private static OpenAPI parsed(JsonNode spec) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(spec.toString(), null, options);
    if (result.getOpenAPI() == null) {
      throw new IllegalArgumentException("The spec cannot be read: " + result.getMessages());
    }
    return result.getOpenAPI();
  }
}
