package ai.withcortex.core.json;

/**
 * A string with known values that may also have other values.
 *
 * <p>The API adds values over time. The client keeps a value that this version does not know
 * unchanged, so you can compare it, print it and send it back; {@link #isKnown()} tells such values
 * apart.
 */
public interface OpenEnum {
  /** Returns the value exactly as it appears in JSON. */
  String value();

  /** Returns whether this version of the client has a constant for the value. */
  boolean isKnown();
}
