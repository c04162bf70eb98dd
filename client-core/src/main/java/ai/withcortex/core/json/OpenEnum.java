package ai.withcortex.core.json;

/**
 * A string with a set of known values, to which the API may add more.
 *
 * <p>A value that this version of the client does not know is kept unchanged, so you can compare
 * it, print it and send it back. Use {@link #isKnown()} to detect such values.
 */
public interface OpenEnum {
  /** Returns the value exactly as it appears in JSON. */
  String value();

  /** Returns whether this version of the client has a constant for the value. */
  boolean isKnown();
}
