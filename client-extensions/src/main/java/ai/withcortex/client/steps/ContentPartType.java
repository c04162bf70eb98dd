package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Kind of a part of a message. */
public final class ContentPartType extends OpenValue {
  /** {@code "text"}. */
  public static final ContentPartType TEXT = new ContentPartType("text", Known.TEXT);

  /** {@code "file"}. */
  public static final ContentPartType FILE = new ContentPartType("file", Known.FILE);

  /** {@code "image"}. */
  public static final ContentPartType IMAGE = new ContentPartType("image", Known.IMAGE);

  private final Known known;

  private ContentPartType(String value, Known known) {
    super(value);
    this.known = known;
  }

  /** The constant for a value, or an instance that keeps a value that no constant stands for. */
  public static ContentPartType of(String value) {
    switch (requireNonNull(value, "value == null")) {
      case "text":
        return TEXT;
      case "file":
        return FILE;
      case "image":
        return IMAGE;
      default:
        return new ContentPartType(value, Known.UNKNOWN);
    }
  }

  /** All constants. */
  public static List<ContentPartType> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(TEXT, FILE, IMAGE));
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
    /** {@link ContentPartType#TEXT}. */
    TEXT,
    /** {@link ContentPartType#FILE}. */
    FILE,
    /** {@link ContentPartType#IMAGE}. */
    IMAGE,
    /** Any other value. */
    UNKNOWN
  }
}
