package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.SpecDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Questions about schemas whose answers may be in other schemas, to which they refer. */
final class Schemas {
  private final SpecDocument spec;

  Schemas(SpecDocument spec) {
    this.spec = spec;
  }

  /** Returns the schema that the given one refers to or annotates; missing if there is none. */
  JsonNode plain(JsonNode schema) {
    return chain(schema).reduce((one, next) -> next).orElse(MissingNode.getInstance());
  }

  /** Returns whether null is a value, and not only because any JSON is. */
  boolean isNullable(JsonNode schema) {
    return !isAny(plain(schema)) && chain(schema).anyMatch(Schemas::allowsNull);
  }

  private static boolean allowsNull(JsonNode schema) {
    return schema.path("nullable").asBoolean() || schema.path("x-nullable").asBoolean();
  }

  /** Returns whether an {@code allOf} only adds annotations to a reference. */
  static boolean isReference(JsonNode schema) {
    JsonNode parts = schema.path("allOf");
    return parts.size() == 1 && parts.get(0).has("$ref");
  }

  static boolean isAny(JsonNode plain) {
    return Stream.of("type", "enum", "properties", "items", "allOf").noneMatch(plain::has);
  }

  private Stream<JsonNode> chain(JsonNode schema) {
    Set<JsonNode> chain = new LinkedHashSet<>();
    JsonNode next = schema;
    while (!next.isMissingNode() && chain.add(next)) {
      JsonNode reference = isReference(next) ? next.path("allOf").get(0) : next;
      String target = reference.path("$ref").asText();
      next = target.isEmpty() ? MissingNode.getInstance() : spec.schema(SpecDocument.name(target));
    }
    return chain.stream();
  }
}
