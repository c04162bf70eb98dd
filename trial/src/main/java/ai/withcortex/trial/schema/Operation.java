package ai.withcortex.trial.schema;

import ai.withcortex.spec.SpecType;
import java.util.List;
import java.util.Optional;

/**
 * An operation of a document.
 *
 * @param method the HTTP method in upper case
 * @param body the request body; empty if there is none
 * @param status the first successful status
 * @param accepted the media type of a successful response; empty if it has no body
 * @param result the type of that response's body
 */
public record Operation(
    String method,
    String path,
    List<Parameter> parameters,
    Optional<Body> body,
    int status,
    Optional<String> accepted,
    Optional<SpecType> result) {
  /** The separator of most lists in one text. */
  public static final Optional<String> COMMA = Optional.of(",");

  /** Returns the method and the path. */
  public String title() {
    return method + " " + path;
  }

  /**
   * A parameter, or a field of a form.
   *
   * @param in path, query, header, or form
   * @param separator what separates the values of a list in one text; empty if the parameter is
   *     repeated or is no list
   * @param isFile whether the value, or each of a list, is a file
   */
  public record Parameter(
      String in,
      String name,
      boolean required,
      SpecType type,
      Optional<String> separator,
      boolean isFile) {}

  /**
   * A request body.
   *
   * @param type the type of a JSON body; empty for a form
   * @param fields the fields of a form
   */
  public record Body(
      String mediaType, boolean required, Optional<SpecType> type, List<Parameter> fields) {
    public boolean isMultipart() {
      return mediaType.startsWith("multipart/");
    }
  }
}
