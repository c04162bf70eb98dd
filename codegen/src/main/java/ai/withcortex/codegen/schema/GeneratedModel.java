package ai.withcortex.codegen.schema;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.source.Javadoc;
import java.util.List;
import java.util.stream.IntStream;

/** A class to generate for a schema. The templates read the record components by name. */
public sealed interface GeneratedModel {
  /** Returns the schema's name in the spec, or a separate name for a class without a schema. */
  String schema();

  /** Returns the name of the Java class. */
  String name();

  /** Returns the Javadoc comment of the class. */
  String javadoc();

  /** Returns the name of the partial template that generates the class. */
  String template();

  /** Returns whether the class has an adapter of its own. */
  default boolean hasAdapter() {
    return true;
  }

  /**
   * Returns an expression that creates the adapter of the class, given a variable {@code moshi}.
   */
  default String newAdapter() {
    return name() + "JsonAdapter.create(moshi)";
  }

  /**
   * Returns whether there are so many properties that javac, which handles chained calls by
   * recursion, could run out of stack.
   */
  private static boolean isLarge(List<Property> properties) {
    return properties.size() > 200;
  }

  /** A property and its index in the model. */
  record Case(int index, Property property) {
    static List<Case> of(List<Property> properties) {
      return IntStream.range(0, properties.size())
          .mapToObj(index -> new Case(index, properties.get(index)))
          .toList();
    }
  }

  /**
   * An object with listed properties, which may be a variant of unions.
   *
   * @param sent whether request bodies contain such objects
   */
  record Value(
      String schema,
      String name,
      String javadoc,
      List<Property> properties,
      List<Variant> variants,
      boolean sent)
      implements GeneratedModel {
    @Override
    public String template() {
      return "value";
    }

    String implemented() {
      return Variant.implemented(variants);
    }

    List<Case> cases() {
      return Case.of(properties);
    }

    boolean variant() {
      return !variants.isEmpty();
    }

    /**
     * Returns whether the object belongs to several unions. It then accepts a visitor for each, and
     * only the visitor types distinguish these methods.
     */
    boolean ofSeveralUnions() {
      return variants.size() > 1;
    }

    /** Returns the properties that a request can either send as null or omit. */
    List<Property> clearable() {
      return sent ? properties.stream().filter(Property::clearable).toList() : List.of();
    }

    boolean large() {
      return isLarge(properties);
    }

    boolean deprecated() {
      return properties.stream().anyMatch(Property::deprecated);
    }
  }

  /** A string with known values. */
  record Enumeration(String schema, String name, String javadoc, List<Constant> constants)
      implements GeneratedModel {
    @Override
    public String template() {
      return "enumeration";
    }

    @Override
    public boolean hasAdapter() {
      return false;
    }

    @Override
    public String newAdapter() {
      return "new OpenEnumJsonAdapter<" + name() + ">(\"" + schema + "\", " + name() + "::of)";
    }

    /** Returns whether constants are found in a map. */
    boolean many() {
      return JavaNames.hasMap(constants.size());
    }

    /** Returns the final values, or an empty list if the spec does not say which are final. */
    List<Constant> ended() {
      return constants.stream().filter(Constant::isEnded).toList();
    }

    boolean hasEnded() {
      return !ended().isEmpty();
    }

    /**
     * A known value.
     *
     * @param value the value as a Java literal
     */
    record Constant(String name, String value, boolean isEnded) {
      String code() {
        return Javadoc.code(value);
      }
    }
  }

  /** An object that is one of several variants, distinguished by a label. */
  record Union(
      String schema,
      String name,
      String javadoc,
      String discriminator,
      List<Property> properties,
      List<Member> members)
      implements GeneratedModel {
    @Override
    public String template() {
      return "union";
    }

    @Override
    public boolean hasAdapter() {
      return false;
    }

    @Override
    public String newAdapter() {
      return "new UnionJsonAdapter<" + name() + ">(" + name() + ".UNION, moshi)";
    }

    String unknown() {
      return "Unknown" + name;
    }

    record Member(String name, String label) {
      String code() {
        return Javadoc.code(label);
      }
    }
  }

  /** The variant of a union for labels that the spec does not list. */
  record UnknownVariant(Union union) implements GeneratedModel {
    @Override
    public String schema() {
      return union.unknown();
    }

    @Override
    public String name() {
      return union.unknown();
    }

    @Override
    public String javadoc() {
      return Javadoc.of("A `" + union.name() + "` variant that is unknown to this version.")
          .and(
              "Created only when JSON is read. It has the properties that all variants share, and"
                  + " the exact JSON.")
          .toString();
    }

    @Override
    public String template() {
      return "unknownVariant";
    }

    List<Property> properties() {
      return union.properties();
    }

    boolean large() {
      return isLarge(properties());
    }

    boolean deprecated() {
      return properties().stream().anyMatch(Property::deprecated);
    }

    List<Case> cases() {
      return Case.of(properties());
    }
  }

  /** The membership of an object in a union. */
  record Variant(String union) {
    static String implemented(List<Variant> variants) {
      return variants.isEmpty()
          ? ""
          : "implements " + String.join(", ", variants.stream().map(Variant::union).toList());
    }
  }
}
