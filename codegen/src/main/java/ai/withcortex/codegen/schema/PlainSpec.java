package ai.withcortex.codegen.schema;

import ai.withcortex.codegen.spec.SpecKeywords;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Removes what OpenAPI Generator would treat differently than the spec says from its model of the
 * spec:
 *
 * <ul>
 *   <li>Vendor extensions. Some of them drop properties or parameters, or change types and names:
 *       {@code x-parent}, {@code x-is-free-form}, {@code x-all-of-name}, and others. Only those
 *       that this generator documents stay.
 *   <li>An {@code allOf} that annotates a reference to a list, a map or a scalar, whose type
 *       OpenAPI Generator does not find everywhere. It is replaced with that schema.
 * </ul>
 */
@SuppressWarnings("rawtypes") // Swagger's classes declare their parts as Schema, without arguments.
public final class PlainSpec {
  private static final Set<String> SUPPORTED =
      Set.of(
          SpecKeywords.ENDED,
          SpecKeywords.FILTER_OF,
          SpecKeywords.SINCE,
          "x-enum-varnames",
          // Set by the FILTER of OpenAPI Generator's normalizer. In a spec, it is rejected.
          "x-internal",
          "x-nullable");

  private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PlainSpec() {}

  /** Changes the given model. */
  public static void makeOf(OpenAPI spec) {
    PlainSpec plain = new PlainSpec();
    Components components = spec.getComponents();
    if (components != null) {
      plain.visit(components);
    }
    for (PathItem path : values(spec.getPaths())) {
      plain.visit(path);
    }
  }

  private void visit(Components components) {
    orEmpty(components.getSchemas()).forEach(schemas::put);
    schemas.values().forEach(this::visit);
    values(components.getParameters()).forEach(this::visit);
    values(components.getRequestBodies()).forEach(this::visit);
    values(components.getResponses()).forEach(this::visit);
    values(components.getHeaders()).forEach(this::visit);
  }

  private void visit(PathItem path) {
    keepSupported(path.getExtensions());
    orEmpty(path.getParameters()).forEach(this::visit);
    for (Operation operation : path.readOperations()) {
      keepSupported(operation.getExtensions());
      orEmpty(operation.getParameters()).forEach(this::visit);
      if (operation.getRequestBody() != null) {
        visit(operation.getRequestBody());
      }
      values(operation.getResponses()).forEach(this::visit);
    }
  }

  private void visit(Parameter parameter) {
    keepSupported(parameter.getExtensions());
    parameter.setSchema(plain(parameter.getSchema()));
  }

  private void visit(RequestBody body) {
    keepSupported(body.getExtensions());
    visit(body.getContent());
    for (MediaType medium : values(body.getContent())) {
      Schema<?> schema = medium.getSchema();
      if (schema != null && orEmpty(schema.getAllOf()).size() == 1) {
        // Annotations of a body have no effect.
        medium.setSchema(schema.getAllOf().get(0));
      }
    }
  }

  private void visit(ApiResponse response) {
    keepSupported(response.getExtensions());
    visit(response.getContent());
    values(response.getHeaders()).forEach(this::visit);
  }

  private void visit(Header header) {
    keepSupported(header.getExtensions());
    header.setSchema(plain(header.getSchema()));
  }

  private void visit(@Nullable Content content) {
    values(content)
        .forEach(
            medium -> {
              keepSupported(medium.getExtensions());
              medium.setSchema(plain(medium.getSchema()));
            });
  }

  private void visit(Schema<?> schema) {
    if (!seen.add(schema)) {
      return;
    }
    keepSupported(schema.getExtensions());
    schema.setItems(plain(schema.getItems()));
    if (schema.getAdditionalProperties() instanceof Schema<?> elements) {
      schema.setAdditionalProperties(plain(elements));
    }
    orEmpty(schema.getProperties())
        .entrySet()
        .forEach(property -> property.setValue(plain(property.getValue())));
    orEmpty(schema.getAllOf()).forEach(this::visit);
    orEmpty(schema.getOneOf()).forEach(this::visit);
  }

  /** Returns an inline schema, or what to put in its place. */
  private @Nullable Schema plain(@Nullable Schema<?> schema) {
    if (schema == null) {
      return null;
    }
    List<Schema> parts = orEmpty(schema.getAllOf());
    Schema<?> named = parts.size() == 1 ? target(parts.get(0)) : null;
    Schema<?> plain = named == null || isClass(named) ? schema : annotated(named, schema);
    visit(plain);
    return plain;
  }

  /** Returns the schema at the end of a chain of references; null if there is no reference. */
  private @Nullable Schema<?> target(Schema<?> reference) {
    Schema<?> target = null;
    String pointer = reference.get$ref();
    for (int i = 0; pointer != null && i <= schemas.size(); i++) {
      target = schemas.get(ModelUtils.getSimpleRef(pointer));
      pointer = target == null ? null : target.get$ref();
    }
    return target;
  }

  private static boolean isClass(Schema<?> schema) {
    return schema.getAllOf() != null
        || schema.getOneOf() != null
        || schema.getEnum() != null
        || !orEmpty(schema.getProperties()).isEmpty();
  }

  private static Schema<?> annotated(Schema<?> named, Schema<?> annotations) {
    Map<String, Object> all = new LinkedHashMap<>(properties(named));
    all.putAll(properties(annotations));
    all.remove("allOf");
    return Json.mapper().convertValue(all, Schema.class);
  }

  @SuppressWarnings("unchecked") // A JSON object.
  private static Map<String, Object> properties(Schema<?> schema) {
    return Json.mapper().convertValue(schema, Map.class);
  }

  private static void keepSupported(@Nullable Map<String, Object> extensions) {
    if (extensions != null) {
      extensions.keySet().retainAll(SUPPORTED);
    }
  }

  private static <T> Collection<T> values(@Nullable Map<String, T> parts) {
    return orEmpty(parts).values();
  }

  private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> parts) {
    return parts == null ? Map.of() : parts;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> parts) {
    return parts == null ? List.of() : parts;
  }
}
