package ai.withcortex.codegen.spec;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Selects among the media types of a body, of which a client uses only one. */
public final class MediaTypes {
  public static final String JSON = "application/json";

  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`{|}~-]+";

  /** What OkHttp reads as a media type; quoted text has no escapes. */
  private static final Pattern VALID =
      Pattern.compile(
          TOKEN + "/" + TOKEN + "(; *" + TOKEN + "=(" + TOKEN + "|\"[ -~&&[^\"\\\\]]*\"))*");

  private static final Pattern OTHER_CHARSET =
      Pattern.compile("(?i).*; *charset=(?!\"?utf-8\"?(;.*)?$).*");

  private MediaTypes() {}

  public static boolean isValid(String mediaType) {
    return VALID.matcher(mediaType).matches();
  }

  /** Returns whether a media type declares another charset than that of JSON (RFC 8259, 8.1). */
  public static boolean hasOtherCharset(String mediaType) {
    return OTHER_CHARSET.matcher(mediaType).matches();
  }

  public static boolean isForm(String mediaType) {
    return FORMS.contains(mediaType);
  }

  /** Returns the JSON type among the given media types, preferring {@code application/json}. */
  public static Optional<String> json(Collection<String> mediaTypes) {
    return mediaTypes.contains(JSON)
        ? Optional.of(JSON)
        : mediaTypes.stream().filter(MediaTypes::isJson).findFirst();
  }

  /**
   * Returns whether a media type is JSON, including types such as {@code
   * application/merge-patch+json}.
   */
  public static boolean isJson(String mediaType) {
    return mediaType.split(";", 2)[0].strip().matches("(?i)application/(.*\\+)?json");
  }
}
