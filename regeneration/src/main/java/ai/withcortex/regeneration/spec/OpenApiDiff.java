package ai.withcortex.regeneration.spec;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/** What openapi-diff calls incompatible. */
final class OpenApiDiff {
  private OpenApiDiff() {}

  static List<SpecChange> breaks(String released, String current) {
    OpenApiDiffOptions options =
        OpenApiDiffOptions.builder()
            // Enums and unions of the client are open.
            .configProperty(
                BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false")
            .configProperty(
                BackwardIncompatibleProp.RESPONSE_ONEOF_INCREASED.getPropertyName(), "false")
            .build();
    ChangedOpenApi diff =
        OpenApiCompare.fromSpecifications(parsed(released), parsed(current), options);
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

  private static SpecChange change(String operation) {
    return new SpecChange(
        Kind.CHANGED,
        Effect.BREAKING,
        operation.toLowerCase(Locale.ROOT),
        "#/paths",
        "openapi-diff calls it incompatible, and no rule says why",
        "Have a look.",
        "");
  }

  private static OpenAPI parsed(String spec) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(spec, null, options);
    if (result.getOpenAPI() == null) {
      throw new IllegalArgumentException("The spec cannot be read: " + result.getMessages());
    }
    return result.getOpenAPI();
  }
}
