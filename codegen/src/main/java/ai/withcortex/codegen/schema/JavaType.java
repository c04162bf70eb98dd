package ai.withcortex.codegen.schema;

import ai.withcortex.codegen.source.NameMark;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/**
 * A Java type, and the way its values are read and written.
 *
 * @param name the type of values that are never null, such as {@code int} rather than {@code
 *     Integer}
 * @param adapter an expression for the adapter, given a variable {@code moshi}
 * @param kinds the JSON kinds that the type accepts; empty if it accepts all kinds
 */
public record JavaType(String name, String boxed, String adapter, List<String> kinds) {
  private static final Map<String, JavaType> SCALARS =
      Stream.of(
              scalar("String", "String", "STRING", "STRING"),
              scalar("boolean", "Boolean", "BOOLEAN", "BOOLEAN"),
              scalar("int", "Integer", "INTEGER", "NUMBER"),
              scalar("long", "Long", "LONG", "NUMBER"),
              scalar("float", "Float", "FLOAT", "NUMBER"),
              scalar("double", "Double", "DOUBLE", "NUMBER"),
              scalar("BigDecimal", "BigDecimal", "BIG_DECIMAL", "NUMBER"),
              scalar("Instant", "Instant", "INSTANT", "STRING"),
              scalar("LocalDate", "LocalDate", "LOCAL_DATE", "STRING"),
              new JavaType("JsonValue", "JsonValue", "JsonAdapters.JSON_VALUE", List.of()))
          .collect(Collectors.toMap(JavaType::boxed, Function.identity()));

  /** OpenAPI Generator's names for types and formats, with their Java types. */
  public static final Map<String, String> MAPPINGS =
      Map.ofEntries(
          Map.entry("AnyType", "JsonValue"),
          Map.entry("object", "JsonValue"),
          Map.entry("array", "List"),
          Map.entry("set", "List"),
          Map.entry("map", "Map"),
          Map.entry("boolean", "Boolean"),
          Map.entry("integer", "Integer"),
          Map.entry("long", "Long"),
          Map.entry("float", "Float"),
          Map.entry("double", "Double"),
          Map.entry("number", "BigDecimal"),
          Map.entry("decimal", "BigDecimal"),
          Map.entry("string", "String"),
          Map.entry("UUID", "String"),
          Map.entry("URI", "String"),
          Map.entry("ByteArray", "String"),
          Map.entry("binary", "String"),
          Map.entry("file", "String"),
          Map.entry("date", "LocalDate"),
          Map.entry("DateTime", "Instant"),
          Map.entry("timestamp", "Instant"));

  /** Returns the type of a property, a parameter's schema, or an element. */
  static JavaType of(
      SpecPlace place, CodegenProperty property, Map<String, CodegenModel> modelsByClass) {
    CodegenModel model = modelsByClass.get(property.dataType);
    if (model != null) {
      return model(place, property.dataType, model);
    }
    if (property.isArray) {
      return container("List<%s>", "list", "ARRAY", element(place, property, modelsByClass));
    }
    if (property.isMap) {
      return container("Map<String, %s>", "map", "OBJECT", element(place, property, modelsByClass));
    }
    JavaType scalar = SCALARS.get(property.dataType);
    return scalar != null ? scalar : model(place, property.dataType, null);
  }

  private static JavaType element(
      SpecPlace place, CodegenProperty container, Map<String, CodegenModel> modelsByClass) {
    JavaType type = of(place, container.items, modelsByClass);
    if (container.items.isNullable && !type.isAny()) {
      throw new SpecException(
          place,
          "has nullable elements",
          "Remove 'nullable' from them, or omit their type, which also allows null.");
    }
    return type;
  }

  private static JavaType model(SpecPlace place, String className, @Nullable CodegenModel model) {
    if (model == null) {
      throw new SpecException(
          place,
          "is a '" + NameMark.plain(className) + "', for which there is no Java type",
          "Use a supported type and format.");
    }
    String kind = model.isEnum ? "STRING" : "OBJECT";
    String adapter = "moshi.adapter(" + className + ".class)";
    return new JavaType(className, className, adapter, List.of(kind));
  }

  private static JavaType container(
      String template, String adapter, String kind, JavaType element) {
    String name = String.format(template, element.boxed);
    String adapters = "JsonAdapters." + adapter + "(" + element.adapter + ")";
    return new JavaType(name, name, adapters, List.of(kind));
  }

  private static JavaType scalar(String name, String boxed, String adapter, String kind) {
    return new JavaType(name, boxed, "JsonAdapters." + adapter, List.of(kind));
  }

  boolean isAny() {
    return kinds.isEmpty();
  }

  /** Returns whether the adapter comes from Moshi and is therefore kept in a field. */
  boolean looksUpAdapter() {
    return adapter.contains("(");
  }

  /** Returns the kinds as additional arguments of a method call. */
  String kindArguments() {
    return kinds.stream().map(kind -> ", JsonValue.Kind." + kind).collect(Collectors.joining());
  }
}
