// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The schema {@code BookChange} of the spec. */
@Value.Immutable
public abstract class BookChange {
  BookChange() {}

  /** Returns a builder with no property set. */
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
   * Is named like the method of the builder that clears the price.
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
   * Returns the properties without an accessor, or with a value that does not fit it, as they were
   * received: those that the spec does not list, and optional ones that are null or have an
   * unexpected type.
   */
  public abstract Map<String, JsonValue> additionalProperties();

  /** Returns a builder with the properties of this value. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Shows IDs, enums, numbers and times, and only the size of everything else. */
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

  /** Builds a {@link BookChange}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableBookChange.Builder {
    Builder() {}

    /** Sends {@code price} as null. If you neither call this nor set a value, it is left out. */
    public Builder clearPrice() {
      return price(null).putAdditionalProperty("price", JsonValue.NULL);
    }

    /** Sends {@code pages} as null. If you neither call this nor set a value, it is left out. */
    public Builder clearPages() {
      return pages(null).putAdditionalProperty("pages", JsonValue.NULL);
    }

    /** Sends {@code isbn10} as null. If you neither call this nor set a value, it is left out. */
    @Deprecated
    public Builder clearIsbn10() {
      return isbn10(null).putAdditionalProperty("isbn10", JsonValue.NULL);
    }

    /** Sends {@code genre} as null. If you neither call this nor set a value, it is left out. */
    public Builder clearGenre() {
      return genre(null).putAdditionalProperty("genre", JsonValue.NULL);
    }

    /** Sends {@code tags} as null. If you neither call this nor set a value, it is left out. */
    public Builder clearTags() {
      return tags(null).putAdditionalProperty("tags", JsonValue.NULL);
    }

    /** Sends {@code notes} as null. If you neither call this nor set a value, it is left out. */
    public Builder clearNotes() {
      return notes(null).putAdditionalProperty("notes", JsonValue.NULL);
    }

    /** Sends {@code reader} as null. If you neither call this nor set a value, it is left out. */
    public Builder clearReader() {
      return reader(null).putAdditionalProperty("reader", JsonValue.NULL);
    }
  }
}
