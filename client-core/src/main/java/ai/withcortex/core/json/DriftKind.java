package ai.withcortex.core.json;

/** How a JSON document can differ from the spec without being an error. */
public enum DriftKind {
  /** An object has a property that the spec does not list. */
  UNKNOWN_PROPERTY,
  /** A string is none of the values that the spec lists. */
  UNKNOWN_VALUE,
  /** The label of a union is none that the spec lists. */
  UNKNOWN_VARIANT,
  /**
   * An optional property has a value of another JSON kind than the spec says; null, too, where the
   * spec does not allow it.
   */
  OTHER_KIND,
  /**
   * An optional property has a value of the right JSON kind that its type cannot hold, such as a
   * fraction for an integer, or a timestamp in another form.
   */
  UNREADABLE_VALUE,
  /** An object has two properties of one name, of which one counts. */
  REPEATED_NAME
}
