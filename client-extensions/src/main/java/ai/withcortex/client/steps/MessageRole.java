package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Who says a message of a prompt. */
public final class MessageRole extends OpenValue {
  /** {@code "system"}. */
  public static final MessageRole SYSTEM = new MessageRole("system", Known.SYSTEM);

  /** {@code "assistant"}. */
  public static final MessageRole ASSISTANT = new MessageRole("assistant", Known.ASSISTANT);

  /** {@code "user"}. */
  public static final MessageRole USER = new MessageRole("user", Known.USER);

  /** {@code "tool"}. */
  public static final MessageRole TOOL = new MessageRole("tool", Known.TOOL);

  private final Known known;

  private MessageRole(String value, Known known) {
    super(value);
    this.known = known;
  }

  /** The constant for a value, or an instance that keeps a value that no constant stands for. */
  public static MessageRole of(String value) {
    switch (requireNonNull(value, "value == null")) {
      case "system":
        return SYSTEM;
      case "assistant":
        return ASSISTANT;
      case "user":
        return USER;
      case "tool":
        return TOOL;
      default:
        return new MessageRole(value, Known.UNKNOWN);
    }
  }

  /** All constants. */
  public static List<MessageRole> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(SYSTEM, ASSISTANT, USER, TOOL));
  }

  @Override
  public boolean isKnown() {
    return known != Known.UNKNOWN;
  }

  /** The value for use in a {@code switch}; {@link Known#UNKNOWN} if no constant stands for it. */
  public Known known() {
    return known;
  }

  /** The values that have a constant, as a Java enum. */
  public enum Known {
    /** {@link MessageRole#SYSTEM}. */
    SYSTEM,
    /** {@link MessageRole#ASSISTANT}. */
    ASSISTANT,
    /** {@link MessageRole#USER}. */
    USER,
    /** {@link MessageRole#TOOL}. */
    TOOL,
    /** Any other value. */
    UNKNOWN
  }
}
