package ai.withcortex.codegen.schema;

import ai.withcortex.codegen.source.Javadoc;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * A property of a model, in the form that the templates need.
 *
 * @param label the value that the property has in every object of the model, which distinguishes
 *     the model from others; null for other properties
 * @param inherited whether an interface of the model also declares the property
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

  /**
   * Returns whether the property can be a discriminator: it must be required, and a string or an
   * enum.
   */
  boolean mayBeLabel() {
    boolean string = type.name().equals("String");
    boolean enumeration = type.looksUpAdapter() && type.kinds().equals(List.of("STRING"));
    return required && !nullable && (string || enumeration);
  }

  /** Returns the label as an expression of the property's type. */
  String labelExpression() {
    String literal = "\"" + label + "\"";
    return type.looksUpAdapter() ? type.name() + ".of(" + literal + ")" : literal;
  }

  /**
   * Returns whether the accessor may return null. A property of any type uses {@code
   * JsonValue.NULL} for null, so Java's null then means absent.
   */
  boolean mayBeNull() {
    return !required || (nullable && !type.isAny());
  }

  /** Returns whether null and absent differ even though the accessor returns null for both. */
  boolean clearable() {
    return presence().equals("optionalNullable");
  }

  /** Returns the name in JSON for use in a comment. */
  String code() {
    return Javadoc.code(jsonName);
  }

  /** Returns the name of the builder method that sets the property to null. */
  String clearing() {
    return "clear" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  String declaration() {
    return mayBeNull() ? "@Nullable " + type.boxed() : type.name();
  }

  /** Returns the name of the {@code ModelProperties.Builder} method that lists the property. */
  String presence() {
    if (required) {
      return mayBeNull() ? "requiredNullable" : "required";
    }
    return nullable && !type.isAny() ? "optionalNullable" : "optional";
  }

  /** Returns the name of the {@code ModelWriter} method that writes the property. */
  String writing() {
    return required ? "required" : "optional";
  }

  String adapter() {
    return type.looksUpAdapter() ? name + "Adapter" : type.adapter();
  }

  /**
   * Returns the name of the {@code ModelText} method that shows the property. Strings may be
   * personal data, except those that identify the object.
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

  /** Returns an explanation of null unless the description explains it. */
  private String whenNull(String text) {
    if (!mayBeNull() || text.contains(required ? "null" : "absent")) {
      return "";
    }
    return required ? "Null if the server sends null." : "Null if absent.";
  }
}
