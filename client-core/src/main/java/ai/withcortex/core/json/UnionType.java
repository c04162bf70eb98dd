package ai.withcortex.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes a union in the spec: the property that distinguishes its variants, and the class for
 * each label. Generated for each union, so that code that reads labels does not have to list them.
 *
 * @param <T> the interface that all variants implement
 */
public final class UnionType<T> {
  private final String name;
  private final Class<T> type;
  private final String discriminator;
  private final Map<String, Class<? extends T>> variants;
  private final Class<? extends T> unknown;

  private UnionType(Builder<T> builder, Class<? extends T> unknown) {
    this.name = builder.name;
    this.type = builder.type;
    this.discriminator = builder.discriminator;
    this.variants = Collections.unmodifiableMap(new LinkedHashMap<>(builder.variants));
    this.unknown = unknown;
  }

  /**
   * Returns a builder for a union whose variants are distinguished by the property {@code
   * discriminator}.
   *
   * @param name the union's name in the spec
   */
  public static <T> Builder<T> of(String name, Class<T> type, String discriminator) {
    return new Builder<>(name, type, discriminator);
  }

  /** Returns the union's name in the spec. */
  public String name() {
    return name;
  }

  /** Returns the interface that all variants implement. */
  public Class<T> type() {
    return type;
  }

  /** Returns the name of the JSON property that holds the label. */
  public String discriminator() {
    return discriminator;
  }

  /** Returns the class for each label, in the order of the spec. */
  public Map<String, Class<? extends T>> variants() {
    return variants;
  }

  /** Returns the class for values with an unlisted label. */
  public Class<? extends T> unknown() {
    return unknown;
  }

  /** Collects the variants of a union. */
  public static final class Builder<T> {
    private final String name;
    private final Class<T> type;
    private final String discriminator;
    private final Map<String, Class<? extends T>> variants = new LinkedHashMap<>();

    private Builder(String name, Class<T> type, String discriminator) {
      this.name = name;
      this.type = type;
      this.discriminator = discriminator;
    }

    /** Adds a label and the class of its values. */
    public Builder<T> variant(String label, Class<? extends T> variant) {
      variants.put(label, variant);
      return this;
    }

    /** Returns the finished union, with the given class for all other labels. */
    public UnionType<T> unknown(Class<? extends T> variant) {
      return new UnionType<>(this, variant);
    }
  }
}
