package ai.withcortex.core.json;

/** The ways in which a JSON document can differ from the spec without causing an error. */
public enum DriftKind {
  /** An object has a property that the spec does not list. */
  UNKNOWN_PROPERTY,
  /** A string is not one of the values that the spec lists. */
  UNKNOWN_VALUE,
  /** The label of a union is not one of the labels that the spec lists. */
  UNKNOWN_VARIANT,
  /** An optional property has a value of a JSON kind that the spec does not allow, such as null. */
  OTHER_KIND,
  /**
   * An optional property has a value of the right JSON kind that its type cannot hold, such as a
   * fraction for an integer, or a timestamp in a different format.
   */
  UNREADABLE_VALUE,
  /** An object has two properties with the same name, and only one of them counts. */
  REPEATED_NAME
}
