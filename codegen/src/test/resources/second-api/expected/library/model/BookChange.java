// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code BookChange} schema of the spec. */
@Value.Immutable
public abstract class BookChange {
  BookChange() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The new title.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String title();

  /**
   * The new price.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable BigDecimal price();

  /**
   * Has the name of the builder method that clears the price.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Boolean clearPrice();

  /**
   * The JSON property {@code pages}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Integer pages();

  /**
   * The JSON property {@code isbn10}.
   *
   * <p>Null if absent.
   */
  @Deprecated
  public abstract @Nullable String isbn10();

  /**
   * The JSON property {@code genre}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Genre genre();

  /**
   * The JSON property {@code tags}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable List<String> tags();

  /**
   * The JSON property {@code notes}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, String> notes();

  /**
   * The JSON property {@code reader}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Reader reader();

  /**
   * Returns the properties that the accessors do not expose, exactly as they were received:
   * properties that the spec does not list, and optional properties that are null or have an
   * unexpected type.
   */
  public abstract Map<String, JsonValue> additionalProperties();

  /** Returns a builder that has the properties of this object. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Returns a string that shows IDs, enums, numbers and times, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("BookChange")
        .add("title", title())
        .add("price", price())
        .add("clearPrice", clearPrice())
        .add("pages", pages())
        .add("isbn10", isbn10())
        .add("genre", genre())
        .add("tags", tags())
        .add("notes", notes())
        .add("reader", reader())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link BookChange}. Not thread-safe. */
  public static final class Builder extends ImmutableBookChange.Builder {
    Builder() {}

    /**
     * Sends {@code price} as null. If you neither call this method nor set a value, the property is
     * omitted.
     */
    public Builder clearPrice() {
      return price(null).putAdditionalProperty("price", JsonValue.NULL);
    }

    /**
     * Sends {@code pages} as null. If you neither call this method nor set a value, the property is
     * omitted.
     */
    public Builder clearPages() {
      return pages(null).putAdditionalProperty("pages", JsonValue.NULL);
    }

    /**
     * Sends {@code isbn10} as null. If you neither call this method nor set a value, the property
     * is omitted.
     */
    @Deprecated
    public Builder clearIsbn10() {
      return isbn10(null).putAdditionalProperty("isbn10", JsonValue.NULL);
    }

    /**
     * Sends {@code genre} as null. If you neither call this method nor set a value, the property is
     * omitted.
     */
    public Builder clearGenre() {
      return genre(null).putAdditionalProperty("genre", JsonValue.NULL);
    }

    /**
     * Sends {@code tags} as null. If you neither call this method nor set a value, the property is
     * omitted.
     */
    public Builder clearTags() {
      return tags(null).putAdditionalProperty("tags", JsonValue.NULL);
    }

    /**
     * Sends {@code notes} as null. If you neither call this method nor set a value, the property is
     * omitted.
     */
    public Builder clearNotes() {
      return notes(null).putAdditionalProperty("notes", JsonValue.NULL);
    }

    /**
     * Sends {@code reader} as null. If you neither call this method nor set a value, the property
     * is omitted.
     */
    public Builder clearReader() {
      return reader(null).putAdditionalProperty("reader", JsonValue.NULL);
    }
  }
}
