package ai.withcortex.core;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.SharedValues;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Reads a list whose elements may fail one by one.
 *
 * <p>The body is read as {@link JsonBodyConverter} does it, which is fast; only if that fails, it
 * is read again with each element looked at ahead.
 */
final class PartialListConverter<E> implements Converter<ResponseBody, PartialList<E>> {
  private final JsonAdapter<E> elements;
  private final JsonBodyConverter<List<E>> whole;
  private final BodyLimits limits;
  private final DriftReporting drift;

  PartialListConverter(JsonAdapter<E> elements, BodyLimits limits, DriftReporting drift) {
    this.elements = elements;
    this.whole = new JsonBodyConverter<>(JsonAdapters.list(elements), limits, drift);
    this.limits = limits;
    this.drift = drift;
  }

  /** Returns null if the body is empty or the JSON value {@code null}. */
  @Override
  public @Nullable PartialList<E> convert(ResponseBody body) throws IOException {
    Buffer document = new Buffer();
    try (BodySource wire = new BodySource(body.source(), limits)) {
      document.writeAll(wire);
    }
    long bytes = document.size();
    try {
      List<E> read = whole.read(document.clone());
      return read == null ? null : whole(read, bytes);
    } catch (UnreadableBodyException e) {
      PartialList<E> partial = readElements(document, bytes);
      if (partial == null) {
        throw e;
      }
      return partial;
    }
  }

  private static <E> PartialList<E> whole(List<E> read, long bytes) {
    return new PartialList<>(read, Collections.emptyList(), Collections.emptyList(), bytes);
  }

  /** Null where it is not the elements that cannot be read. */
  private @Nullable PartialList<E> readElements(Buffer document, long bytes) throws IOException {
    JsonBodyConverter.skipByteOrderMark(document);
    // Not the document itself: looking ahead costs what the reader's source has in memory.
    JsonReader reader = JsonReader.of(Okio.buffer((Source) document));
    DriftCount count = new DriftCount();
    SharedValues shared = SharedValues.ofSeveralReaders();
    List<E> read = new ArrayList<>();
    List<UnreadElement> unread = new ArrayList<>();
    List<UnreadableBodyException> problems = new ArrayList<>();
    try {
      if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
        return null;
      }
      reader.beginArray();
      for (int i = 0; reader.hasNext(); i++) {
        JsonReader ahead = reader.peekJson();
        shared.attach(ahead);
        drift.attach(ahead, count);
        UnreadableBodyException problem = readElement(i, ahead, read);
        if (problem == null) {
          reader.skipValue();
        } else {
          JsonValue json = JsonAdapters.JSON_VALUE.fromJson(reader);
          unread.add(new UnreadElement(i, json, problem.toDataException("a list", 1)));
          problems.add(problem);
        }
      }
      reader.endArray();
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        return null;
      }
    } catch (IOException e) {
      // It is no JSON; reading it as a whole has said so, too.
      return null;
    }
    drift.tell(count);
    return new PartialList<>(
        Collections.unmodifiableList(read), Collections.unmodifiableList(unread), problems, bytes);
  }

  /** What is wrong with the element; null once it is read. */
  private @Nullable UnreadableBodyException readElement(int index, JsonReader ahead, List<E> read)
      throws IOException {
    try {
      E element = elements.fromJson(ahead);
      if (element == null) {
        String path = "$[" + index + "]";
        throw new CortexDataException(
            "Expected an element but found null at path " + path, path, null);
      }
      read.add(element);
      return null;
    } catch (CortexDataException e) {
      return BodyFailure.of(e, ahead.getPath());
    } catch (RuntimeException e) {
      return BodyFailure.of(e, ahead.getPath());
    }
  }
}
