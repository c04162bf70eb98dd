package ai.withcortex.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.text.MalformedJsonException;
import ai.withcortex.model.Run;
import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.ExpectedReading.Outcome;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a text as a page of runs: the client must take what Jackson and the spec take, refuse what
 * they refuse, and write what it took.
 */
final class ModelCheck {
  private static final int MAX_DEPTH = 255;
  private static final SpecType PAGE = SpecTypes.page();

  private final JsonAdapter<List<Run>> adapter =
      CortexJson.moshi().adapter(Types.newParameterizedType(List.class, Run.class));
  private final JsonAdapter<List<Run>> list =
      JsonAdapters.list(CortexJson.moshi().adapter(Run.class));

  /** Reads what is no text, and so is no JSON. */
  void checkThatItEnds(byte[] bytes) {
    String text = "bytes that are no UTF-8";
    Reading unused = read(new Buffer().write(bytes), text);
    require(fromBytes(bytes, text) == null, "what is no UTF-8 was read from its bytes", text, null);
  }

  void check(String text) {
    Reading reading = read(new Buffer().writeUtf8(text), text);
    Optional<JsonTree> tree = parse(text);
    boolean isDeep = tree.isPresent() && tree.get().depth() > MAX_DEPTH;
    List<Run> fromBytes = fromBytes(text.getBytes(UTF_8), text);
    require(
        Objects.equals(fromBytes, reading.runs()) || (isDeep && fromBytes == null),
        "what Moshi hands over is read as something else",
        text,
        reading.refusal());
    if (tree.isEmpty()) {
      require(reading.runs() == null, "what is no JSON was read", text, null);
    } else if (reading.refusal() instanceof JsonDataException refusal) {
      require(isMoshisToRefuse(tree.get()), "an exception of Moshi's", text, refusal);
    } else if (!isDeep || reading.runs() != null) {
      compare(tree.get(), reading, text);
    }
  }

  private @Nullable List<Run> fromBytes(byte[] bytes, String text) {
    try {
      return ModelReader.of(bytes, MAX_DEPTH, null).readDocument(list);
    } catch (CortexDataException | MalformedJsonException documented) {
      return null;
    } catch (IOException | RuntimeException e) {
      throw new Finding("an exception that is not documented, from bytes", text, e);
    }
  }

  private void compare(JsonTree tree, Reading reading, String text) {
    Outcome outcome = ExpectedReading.of(PAGE, tree);
    if (!outcome.doubts().isEmpty()) {
      return;
    }
    @Nullable List<Run> runs = reading.runs();
    if (runs == null) {
      require(outcome.read().isEmpty(), "what fits the spec was refused", text, reading.refusal());
    } else if (outcome.read().isEmpty()) {
      throw new Finding("what must be refused was read: " + outcome.refusal(), text, null);
    } else {
      compareWritten(runs, outcome.read().get(), text);
    }
  }

  private void compareWritten(List<Run> runs, JsonTree expected, String text) {
    String written;
    List<Run> again;
    try {
      written = adapter.toJson(runs);
      again = adapter.fromJson(written);
    } catch (IOException | RuntimeException e) {
      throw new Finding("what was read cannot be written and read again", text, e);
    }
    List<String> differences = JsonDifferences.of(PAGE, expected, JsonTreeReader.read(written));
    require(differences.isEmpty(), "changed or lost: " + differences, text, null);
    require(runs.equals(again), "what was written is read as something else", text, null);
  }

  private Reading read(Buffer source, String text) {
    try {
      JsonReader reader = JsonReader.of(source);
      @Nullable List<Run> runs = adapter.fromJson(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new AssertionError("a strict reader refuses more than one value");
      }
      return new Reading(runs, null);
    } catch (CortexDataException
        | JsonEncodingException
        | EOFException
        | JsonDataException documented) {
      return new Reading(null, documented);
    } catch (IOException | RuntimeException e) {
      throw new Finding("an exception that is not documented", text, e);
    }
  }

  /** The outermost list is read by Moshi's adapter, and Moshi's reader counts levels. */
  private static boolean isMoshisToRefuse(JsonTree tree) {
    return !(tree instanceof JsonTree.Elements) || tree.depth() > MAX_DEPTH;
  }

  private static Optional<JsonTree> parse(String text) {
    try {
      return Optional.of(JsonTreeReader.read(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static void require(
      boolean condition, String problem, String text, @Nullable Exception cause) {
    if (!condition) {
      throw new Finding(problem, text, cause);
    }
  }

  /** What the client made of a text: runs, or else a refusal. */
  private record Reading(@Nullable List<Run> runs, @Nullable Exception refusal) {}
}
