package ai.withcortex.core.event;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.JsonValue;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the API's responses and the spec, and the number of times it was found.
 * Contains no payload values. Immutable.
 */
public final class Drift implements Comparable<Drift> {
  private static final Comparator<Drift> ORDER =
      Comparator.comparing(Drift::kind)
          .thenComparing(Drift::path)
          .thenComparing(Drift::schema)
          .thenComparing(Drift::found)
          .thenComparing(Drift::count);

  private final DriftKind kind;
  private final String schema;
  private final String path;
  private final JsonValue.Kind found;
  private final long count;

  /** Creates a difference with the given values; see the methods with the same names. */
  public Drift(DriftKind kind, String schema, String path, JsonValue.Kind found, long count) {
    this.kind = requireNonNull(kind, "kind == null");
    this.schema = requireNonNull(schema, "schema == null");
    this.path = requireNonNull(path, "path == null");
    this.found = requireNonNull(found, "found == null");
    this.count = count;
  }

  /** Returns how the response differs from the spec. */
  public DriftKind kind() {
    return kind;
  }

  /**
   * Returns the name of the violated object, enum or union schema in the spec, such as {@code
   * NoteStep}, or {@code map} for a repeated map key.
   */
  public String schema() {
    return schema;
  }

  /**
   * Returns the JSON path with a star in place of each index and map key, such as {@code
   * $[*].usage.steps.*.color}. The path is always a single line; a very long path is truncated.
   */
  public String path() {
    return path;
  }

  /** Returns the kind of JSON value that was found at the path. */
  public JsonValue.Kind found() {
    return found;
  }

  /** Returns the number of times this difference was found, at least 1. */
  public long count() {
    return count;
  }

  /** Returns a copy of this difference with the given count. */
  public Drift times(long newCount) {
    return new Drift(kind, schema, path, found, newCount);
  }

  /** Compares by kind, then by path, then by the other values. */
  @Override
  public int compareTo(Drift other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Drift && compareTo((Drift) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, schema, path, found, count);
  }

  /**
   * Returns a string such as {@code UNKNOWN_PROPERTY of NoteStep at $[*].steps[*].color: a string
   * (12 times)}.
   */
  @Override
  public String toString() {
    String times = count == 1 ? " (1 time)" : " (" + count + " times)";
    return kind + " of " + schema + " at " + path + ": " + found.withArticle() + times;
  }
}
