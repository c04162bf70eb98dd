package ai.withcortex.core.json;

/**
 * A string that has well-known values and may have others.
 *
 * <p>The API adds values over time. A value that this version of the client does not know is kept
 * as it came, so that it can be compared, printed and sent back; {@link #isKnown()} tells.
 */
public interface OpenEnum {
  /** The value exactly as it stands in JSON. */
  String value();

  /** Whether this version of the client has a constant for the value. */
  boolean isKnown();
}
