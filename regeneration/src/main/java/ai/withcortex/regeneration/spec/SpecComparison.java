package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.spec.SpecTree.names;
import static ai.withcortex.regeneration.spec.SpecTree.shown;
import static ai.withcortex.regeneration.version.Effect.BREAKING;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Compares two specs part by part. A change without a rule counts as breaking, so that someone
 * reviews it.
 */
public final class SpecComparison {
  private final SpecTree released;
  private final SpecTree current;
  private final SpecChanges changes;

  private SpecComparison(SpecTree released, SpecTree current) {
    this.released = released;
    this.current = current;
    this.changes = new SpecChanges(released, current);
  }

  /**
   * Returns all differences, in the order of the newer spec.
   *
   * @param released an OpenAPI 3.0 spec in YAML or JSON
   * @param current an OpenAPI 3.0 spec in YAML or JSON
   * @throws IllegalArgumentException if either spec cannot be read
   */
  public static List<SpecChange> of(String released, String current) {
    JsonNode now = SpecReader.read(current);
    JsonNode old = CanonicalSpec.of(SpecReader.read(released), now);
    now = CanonicalSpec.of(now, now);
    SpecComparison comparison = new SpecComparison(new SpecTree(old), new SpecTree(now));
    comparison.compare();
    return comparison.changes.list();
  }

  private void compare() {
    Set<String> requested = current.requestSchemas();
    requested.addAll(released.requestSchemas());
    SchemaComparison schemas = new SchemaComparison(changes, requested, current.formSchemas());
    new OperationComparison(changes, schemas).compare();
    schemas.compareNamed();
    compareRest();
  }

  /** Compares everything except operations and schemas. */
  private void compareRest() {
    for (String part : names(released.root(), current.root())) {
      switch (part) {
        case "openapi", "info", "tags", "externalDocs" ->
            changes.documented(
                part, "#/" + part, released.root().path(part), current.root().path(part));
        case "paths", "components" -> {}
        case "servers" ->
            compareServer(released.root().at("/servers/0"), current.root().at("/servers/0"));
        default -> changes.compareOther("the spec", "#", part, released.root(), current.root());
      }
    }
    JsonNode old = released.root().path("components").path("securitySchemes");
    JsonNode now = current.root().path("components").path("securitySchemes");
    for (String name : names(old, now)) {
      for (String part : names(old.path(name), now.path(name))) {
        changes.compareOther(
            name, "#/components/securitySchemes/" + name, part, old.path(name), now.path(name));
      }
    }
  }

  /** Compares the first servers, which clients use. */
  private void compareServer(JsonNode old, JsonNode now) {
    for (String part : names(old, now)) {
      if (part.equals("url") && !old.path(part).equals(now.path(part))) {
        changes.add(
            Kind.CHANGED,
            BREAKING,
            "server",
            "#/servers/0/url",
            "was " + shown(old.path(part)) + " and is now " + shown(now.path(part)),
            "Requests go to a different server.");
      } else {
        changes.compareOther("server", "#/servers/0", part, old, now);
      }
    }
  }
}
