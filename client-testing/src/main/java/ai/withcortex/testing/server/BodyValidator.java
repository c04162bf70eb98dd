package ai.withcortex.testing.server;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ValidationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON object in the body of a request, and collects one validation error for each wrong
 * member. Messages contain no values, which may be confidential.
 */
public final class BodyValidator {
  private static final String JSON = "application/json";

  private final boolean isJson;
  private final List<ValidationError> errors = new ArrayList<>();
  private Map<String, JsonValue> members = Collections.emptyMap();

  /** Creates a validator; the body has been read. */
  public BodyValidator(SandboxRequest request) {
    String type = request.header("Content-Type");
    String name = type == null ? "" : type.split(";", 2)[0].trim();
    isJson = name.toLowerCase(Locale.ROOT).equals(JSON);
    if (isJson) {
      readMembers(request.body());
    }
  }

  private void readMembers(String body) {
    try {
      JsonValue json = JsonValue.parse(body);
      if (json.kind() == JsonValue.Kind.OBJECT) {
        members = json.asMap();
      } else {
        reject("object", "invalid_type", "Expected an object, received " + withArticle(json));
      }
    } catch (IllegalArgumentException e) {
      reject("json", "invalid_json", "Expected JSON");
    }
  }

  /** Returns whether the body has errors so far. */
  public boolean isWrong() {
    return !isJson || !errors.isEmpty();
  }

  /** Returns the error response for a wrong body. */
  public SandboxResponse refused() {
    return isJson
        ? SandboxResponse.invalid(errors)
        : SandboxResponse.error(415, "Content type is not supported; send " + JSON);
  }

  /** Returns whether the body has a member, even if it is wrong. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /**
   * Returns a member, or null if it is absent or wrong, which is an error.
   *
   * @param kinds the valid kinds
   */
  public @Nullable JsonValue member(String name, JsonValue.Kind... kinds) {
    JsonValue member = members.get(name);
    if (member == null || Arrays.asList(kinds).contains(member.kind())) {
      return member;
    }
    StringBuilder expected = new StringBuilder();
    for (JsonValue.Kind kind : kinds) {
      expected.append(expected.length() == 0 ? "" : " or ").append(kind.withArticle());
    }
    reject("type", "invalid_type", "Expected " + expected + found(member), name);
    return null;
  }

  /** Returns an optional string; null stands for its absence if that is allowed. */
  public @Nullable String text(String name, boolean isNullable) {
    JsonValue member =
        isNullable
            ? member(name, JsonValue.Kind.STRING, JsonValue.Kind.NULL)
            : member(name, JsonValue.Kind.STRING);
    return member == null || member.isNull() ? null : member.asString();
  }

  /** Returns an optional boolean, which is false if absent. */
  public boolean flag(String name) {
    JsonValue member = member(name, JsonValue.Kind.BOOLEAN);
    return member != null && member.asBoolean();
  }

  /** Requires a member to be there. */
  public void require(String name) {
    if (!isWrong() && !has(name)) {
      reject("required", "invalid_type", "Required", name);
    }
  }

  /** Adds an error in the member at a path. */
  public void reject(String validation, String code, String message, String... path) {
    List<String> whole = new ArrayList<>();
    whole.add("body");
    whole.addAll(Arrays.asList(path));
    errors.add(
        ValidationError.builder()
            .validation(validation)
            .code(code)
            .message(message)
            .path(whole)
            .build());
  }

  private static String found(JsonValue member) {
    return ", received " + withArticle(member);
  }

  private static String withArticle(JsonValue value) {
    return value.kind().withArticle();
  }
}
