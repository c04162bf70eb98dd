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

  /** A builder without any property. */
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
   * Properties that have no accessor or no value that fits it, as they came: what the spec does not
   * list, and optional properties that are null or of an unexpected kind.
   */
  public abstract Map<String, JsonValue> additionalProperties();

  /** A builder with the properties of this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Identity, enums, numbers and times as they are, of everything else the size. */
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

    /** Makes {@code price} null in JSON; without it, and without a value, it is left out. */
    public Builder clearPrice() {
      return price(null).putAdditionalProperty("price", JsonValue.NULL);
    }

    /** Makes {@code pages} null in JSON; without it, and without a value, it is left out. */
    public Builder clearPages() {
      return pages(null).putAdditionalProperty("pages", JsonValue.NULL);
    }

    /** Makes {@code isbn10} null in JSON; without it, and without a value, it is left out. */
    @Deprecated
    public Builder clearIsbn10() {
      return isbn10(null).putAdditionalProperty("isbn10", JsonValue.NULL);
    }

    /** Makes {@code genre} null in JSON; without it, and without a value, it is left out. */
    public Builder clearGenre() {
      return genre(null).putAdditionalProperty("genre", JsonValue.NULL);
    }

    /** Makes {@code tags} null in JSON; without it, and without a value, it is left out. */
    public Builder clearTags() {
      return tags(null).putAdditionalProperty("tags", JsonValue.NULL);
    }

    /** Makes {@code notes} null in JSON; without it, and without a value, it is left out. */
    public Builder clearNotes() {
      return notes(null).putAdditionalProperty("notes", JsonValue.NULL);
    }

    /** Makes {@code reader} null in JSON; without it, and without a value, it is left out. */
    public Builder clearReader() {
      return reader(null).putAdditionalProperty("reader", JsonValue.NULL);
    }
  }
}
