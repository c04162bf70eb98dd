package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model with a property of every kind, as the generator writes them but for Immutables. */
record Parcel(
    String id,
    @Nullable String note,
    long weight,
    JsonValue content,
    @Nullable String carrier,
    @Nullable String signedBy,
    @Nullable Instant sentAt,
    @Nullable Integer insured,
    @Nullable ParcelSize size,
    @Nullable List<String> labels,
    @Nullable Map<String, JsonValue> free,
    @Nullable Map<String, Parcel> parts,
    @Nullable List<Stop> stops,
    @Nullable Pickup pickup,
    Map<String, JsonValue> additionalProperties) {

  static final class Builder {
    @Nullable String id;
    @Nullable String note;
    @Nullable Long weight;
    @Nullable JsonValue content;
    @Nullable String carrier;
    @Nullable String signedBy;
    @Nullable Instant sentAt;
    @Nullable Integer insured;
    @Nullable ParcelSize size;
    @Nullable List<String> labels;
    @Nullable Map<String, JsonValue> free;
    @Nullable Map<String, Parcel> parts;
    @Nullable List<Stop> stops;
    @Nullable Pickup pickup;

    Parcel build(Map<String, JsonValue> additionalProperties) {
      return new Parcel(
          requireNonNull(id),
          note,
          requireNonNull(weight),
          requireNonNull(content),
          carrier,
          signedBy,
          sentAt,
          insured,
          size,
          labels,
          free,
          parts,
          stops,
          pickup,
          additionalProperties);
    }
  }
}
