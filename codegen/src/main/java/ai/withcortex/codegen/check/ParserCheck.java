package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reports what only the parser finds, such as a missing part that OpenAPI requires. */
public final class ParserCheck {
  private final SpecDocument spec;
  private final Faults faults;

  /** The parser tells the same about each element of a list. */
  private final Set<String> messages;

  private ParserCheck(SpecDocument spec, Faults faults, List<String> messages) {
    this.spec = spec;
    this.faults = faults;
    this.messages = new LinkedHashSet<>(messages);
  }

  /**
   * Parses a spec.
   *
   * @param inputSpec the file of the spec
   */
  public static ParserCheck of(SpecDocument spec, String inputSpec, Faults faults) {
    SwaggerParseResult parsed =
        new OpenAPIV3Parser().parseJsonNode(inputSpec, spec.asSupportedVersion());
    if (parsed.getOpenAPI() == null) {
      faults.add(
          new SpecException(
              SpecPlace.ROOT,
              "cannot be read by the parser of OpenAPI Generator: " + parsed.getMessages(),
              "Find the part by removing others, and fix it."));
    }
    List<String> messages = parsed.getMessages();
    return new ParserCheck(spec, faults, messages == null ? List.of() : messages);
  }

  void check() {
    messages.forEach(message -> ParserMessage.addTo(faults, spec.root(), message));
  }
}
