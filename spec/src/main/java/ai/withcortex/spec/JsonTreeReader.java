package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Null;
import ai.withcortex.spec.JsonTree.Text;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads trees with Jackson's parser, which shares no code with the client. */
public final class JsonTreeReader {
  /** Deep enough for every test, and shallow enough for the stack of any thread. */
  private static final int MAX_DEPTH = 1_000;

  private static final JsonFactory FACTORY = factory();

  private JsonTreeReader() {}

  /**
   * Returns the only value in the given JSON.
   *
   * @throws tools.jackson.core.JacksonException if the text is not valid JSON, or contains more
   *     than one value
   */
  public static JsonTree read(String json) {
    String hidden = SurrogateEscapes.hide(json);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), hidden)) {
      JsonTree tree = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "more than one value");
      }
      return tree;
    }
  }

  private static JsonTree value(JsonParser parser, JsonToken token) {
    if (token == null) {
      throw new StreamReadException(parser, "no value");
    }
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> new Text(SurrogateEscapes.restore(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> new Bool(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new Null();
      default -> throw new StreamReadException(parser, "expected a value, found " + token);
    };
  }

  private static Members members(JsonParser parser) {
    List<Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = SurrogateEscapes.restore(parser.currentName());
      members.add(new Member(name, value(parser, parser.nextToken())));
    }
    return new Members(members);
  }

  private static Elements elements(JsonParser parser) {
    List<JsonTree> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(parser, token));
    }
    return new Elements(elements);
  }

  private static JsonFactory factory() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(limits)
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
        .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
        .build();
  }
}
