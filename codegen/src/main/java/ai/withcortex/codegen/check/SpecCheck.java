package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.openapitools.codegen.languages.AbstractJavaCodegen;

/**
 * Rejects specs that contain anything the generator does not support. OpenAPI Generator silently
 * ignores many unsupported constructs, invents names, and removes what these checks look for. The
 * checks therefore read the file itself.
 */
public final class SpecCheck {
  private final SpecDocument spec;
  private final ParserCheck parsed;
  private final NameCheck names;
  private final Faults faults;

  /**
   * @param faults the faults found so far
   */
  public SpecCheck(
      SpecDocument spec, ParserCheck parsed, AbstractJavaCodegen codegen, Faults faults) {
    this.spec = spec;
    this.parsed = parsed;
    this.faults = faults;
    this.names = new NameCheck(spec, codegen, faults);
  }

  /** Reports all faults of the spec, if there are any. */
  public void check() {
    faults.collect(() -> requirePlainTitle("title"));
    faults.collect(() -> requirePlainTitle("version"));
    requireBearer();
    requireComponentNames();
    requireOwnTags();
    SchemaCheck schemas = new SchemaCheck(spec, new DiscriminatorLabels(spec), names, faults);
    schemas.check();
    new OperationCheck(spec, schemas, names, faults).check();
    new ReferenceCheck(spec, faults).check();
    parsed.check();
    spec.requireNone(faults);
  }

  /**
   * Rejects text that would end a comment in the generated code, which contains the title and
   * version.
   */
  private void requirePlainTitle(String key) {
    SpecPlace place = SpecPlace.ROOT.to("info", key);
    String text = spec.root().path("info").path(key).asText();
    NameCheck.requirePlain(place, text);
    if (text.contains("*/")) {
      throw new SpecException(place, "contains '*/', which ends a Java comment", "Remove it.");
    }
  }

  private void requireComponentNames() {
    for (Map.Entry<String, JsonNode> section : spec.root().path("components").properties()) {
      for (String name : SpecDocument.names(section.getValue())) {
        if (!section.getKey().startsWith("x-") && !name.matches("[A-Za-z0-9._-]+")) {
          faults.add(
              new SpecException(
                  SpecPlace.ROOT.to("components", section.getKey(), name),
                  "has a name that OpenAPI does not allow",
                  "Use only letters, digits, '.', '_' and '-'."));
        }
      }
    }
  }

  private void requireOwnTags() {
    JsonNode tags = spec.root().path("tags");
    Map<String, SpecPlace> byName = new HashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      SpecPlace place = SpecPlace.ROOT.to("tags", i);
      JsonNode name = tags.get(i).path("name");
      SpecPlace other = name.isTextual() ? byName.putIfAbsent(name.asText(), place) : null;
      if (other != null) {
        faults.add(new SpecException(place, "repeats " + other.pointer(), "Remove one of them."));
      }
    }
  }

  private void requireBearer() {
    for (Map.Entry<String, JsonNode> scheme :
        spec.root().path("components").path("securitySchemes").properties()) {
      String type = scheme.getValue().path("type").asText();
      String name = scheme.getValue().path("scheme").asText();
      if (!type.equals("http") || !name.equalsIgnoreCase("bearer")) {
        faults.add(
            new SpecException(
                SpecPlace.ROOT.to("components", "securitySchemes", scheme.getKey()),
                "has the type '" + type + "', but the client sends only bearer tokens",
                "Use type http with scheme bearer."));
      }
    }
  }
}
