package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.spec.SpecTree.escaped;

/**
 * A schema that is compared.
 *
 * @param isRequested whether callers send it
 * @param isOptional whether it is a property that may be absent in both specs
 * @param isForm whether its properties are method arguments
 */
record SchemaPlace(
    String name, String pointer, boolean isRequested, boolean isOptional, boolean isForm) {
  SchemaPlace(String name, String pointer, boolean isRequested) {
    this(name, pointer, isRequested, false, false);
  }

  SchemaPlace ofForm() {
    return new SchemaPlace(name, pointer, isRequested, isOptional, true);
  }

  SchemaPlace part(String step) {
    return new SchemaPlace(name, pointer + "/" + step, isRequested);
  }

  SchemaPlace elements(String step) {
    return new SchemaPlace(name + "[]", pointer + "/" + step, isRequested);
  }

  SchemaPlace property(String property, boolean isOptional) {
    return new SchemaPlace(
        name + "." + property,
        pointer + "/properties/" + escaped(property),
        isRequested,
        isOptional,
        false);
  }
}
