package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Kind of an input field. */
public final class InputFieldType extends OpenValue {
  /** {@code "file"}. */
  public static final InputFieldType FILE = new InputFieldType("file", Known.FILE);

  /** {@code "number"}. */
  public static final InputFieldType NUMBER = new InputFieldType("number", Known.NUMBER);

  /** {@code "string"}. */
  public static final InputFieldType STRING = new InputFieldType("string", Known.STRING);

  /** {@code "boolean"}. */
  public static final InputFieldType BOOLEAN = new InputFieldType("boolean", Known.BOOLEAN);

  /** {@code "date"}. */
  public static final InputFieldType DATE = new InputFieldType("date", Known.DATE);

  /** {@code "select"}. */
  public static final InputFieldType SELECT = new InputFieldType("select", Known.SELECT);

  /** {@code "content"}. */
  public static final InputFieldType CONTENT = new InputFieldType("content", Known.CONTENT);

  /** {@code "connection"}. */
  public static final InputFieldType CONNECTION =
      new InputFieldType("connection", Known.CONNECTION);

  /** {@code "object"}. */
  public static final InputFieldType OBJECT = new InputFieldType("object", Known.OBJECT);

  private final Known known;

  private InputFieldType(String value, Known known) {
    super(value);
    this.known = known;
  }

  /** The constant for a value, or an instance that keeps a value that no constant stands for. */
  public static InputFieldType of(String value) {
    switch (requireNonNull(value, "value == null")) {
      case "file":
        return FILE;
      case "number":
        return NUMBER;
      case "string":
        return STRING;
      case "boolean":
        return BOOLEAN;
      case "date":
        return DATE;
      case "select":
        return SELECT;
      case "content":
        return CONTENT;
      case "connection":
        return CONNECTION;
      case "object":
        return OBJECT;
      default:
        return new InputFieldType(value, Known.UNKNOWN);
    }
  }

  /** All constants. */
  public static List<InputFieldType> knownValues() {
    return Collections.unmodifiableList(
        Arrays.asList(FILE, NUMBER, STRING, BOOLEAN, DATE, SELECT, CONTENT, CONNECTION, OBJECT));
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
    /** {@link InputFieldType#FILE}. */
    FILE,
    /** {@link InputFieldType#NUMBER}. */
    NUMBER,
    /** {@link InputFieldType#STRING}. */
    STRING,
    /** {@link InputFieldType#BOOLEAN}. */
    BOOLEAN,
    /** {@link InputFieldType#DATE}. */
    DATE,
    /** {@link InputFieldType#SELECT}. */
    SELECT,
    /** {@link InputFieldType#CONTENT}. */
    CONTENT,
    /** {@link InputFieldType#CONNECTION}. */
    CONNECTION,
    /** {@link InputFieldType#OBJECT}. */
    OBJECT,
    /** Any other value. */
    UNKNOWN
  }
}
