package ai.withcortex.codegen.schema;

import ai.withcortex.codegen.source.Javadoc;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A property of a model, as the templates need it.
 *
 * @param label the value that is the same in all objects of the model, since it tells that model
 *     from others; null for other properties
 * @param inherited whether an interface of the model declares it too
 */
record Property(
    String jsonName,
    String name,
    JavaType type,
    boolean required,
    boolean nullable,
    boolean deprecated,
    @Nullable String description,
    @Nullable String label,
    boolean inherited) {

  static Property of(CodegenProperty property, JavaType type) {
    return new Property(
        property.baseName,
        property.name,
        type,
        property.required,
        property.isNullable,
        property.deprecated,
        property.getDescription(),
        null,
        false);
  }

  Property asInherited() {
    return new Property(
        jsonName, name, type, required, nullable, deprecated, description, label, true);
  }

  Property asLabel(String value) {
    return new Property(
        jsonName, name, type, true, false, deprecated, description, value, inherited);
  }

  Property asRequired() {
    return new Property(
        jsonName, name, type, true, nullable, deprecated, description, label, inherited);
  }

  /** Whether it can be a discriminator: each variant has it, and it is a string or an enum. */
  boolean mayBeLabel() {
    boolean string = type.name().equals("String");
    boolean enumeration = type.looksUpAdapter() && type.kinds().equals(List.of("STRING"));
    return required && !nullable && (string || enumeration);
  }

  /** The label as an expression of the property's type. */
  String labelExpression() {
    String literal = "\"" + label + "\"";
    return type.looksUpAdapter() ? type.name() + ".of(" + literal + ")" : literal;
  }

  /** A property of any type uses {@code JsonValue.NULL} for null, so Java's null means absent. */
  boolean mayBeNull() {
    return !required || (nullable && !type.isAny());
  }

  /** Whether null and absent differ, although its accessor returns null for both. */
  boolean clearable() {
    return presence().equals("optionalNullable");
  }

  /** The method of the model's builder that sets it to null. */
  String clearing() {
    return "clear" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  String declaration() {
    return mayBeNull() ? "@Nullable " + type.boxed() : type.name();
  }

  /** The method of {@code ModelProperties.Builder} that lists it. */
  String presence() {
    if (required) {
      return mayBeNull() ? "requiredNullable" : "required";
    }
    return nullable && !type.isAny() ? "optionalNullable" : "optional";
  }

  /** The method of {@code ModelWriter} that writes it. */
  String writing() {
    return required ? "required" : "optional";
  }

  String adapter() {
    return type.looksUpAdapter() ? name + "Adapter" : type.adapter();
  }

  /**
   * The method of {@code ModelText} that shows it. Strings may be personal data, except those that
   * identify the object.
   */
  String showing() {
    boolean isIdentity =
        type.name().equals("String")
            && (List.of("id", "key").contains(jsonName) || jsonName.endsWith("_id"));
    return isIdentity ? "identity" : "add";
  }

  String javadoc() {
    String text = description == null ? "The JSON property `" + jsonName + "`." : description;
    return Javadoc.of(text).and(whenNull(text)).toString();
  }

  /** Explains null, unless the description does. */
  private String whenNull(String text) {
    if (!mayBeNull() || text.contains(required ? "null" : "absent")) {
      return "";
    }
    return required ? "Null if the server sends null." : "Null if absent.";
  }
}
