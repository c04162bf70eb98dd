package ai.withcortex.core;

import ai.withcortex.core.json.BytesReader;
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
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Reads a list whose elements may fail one by one.
 *
 * <p>The body is read from its bytes, which is fast; only if that fails, it is read again as {@link
 * JsonBodyConverter} does it, which knows what is wrong, and then with each element looked at
 * ahead.
 */
final class PartialListConverter<E> implements Converter<ResponseBody, PartialList<E>> {
  private final JsonAdapter<E> elements;
  private final JsonAdapter<List<E>> list;
  private final JsonBodyConverter<List<E>> whole;
  private final BodyLimits limits;
  private final DriftReporting drift;

  PartialListConverter(JsonAdapter<E> elements, BodyLimits limits, DriftReporting drift) {
    this.elements = elements;
    this.list = JsonAdapters.list(elements);
    this.whole = new JsonBodyConverter<>(list, limits, drift);
    this.limits = limits;
    this.drift = drift;
  }

  /** Returns null if the body is empty or the JSON value {@code null}. */
  @Override
  public @Nullable PartialList<E> convert(ResponseBody body) throws IOException {
    byte[] document;
    try (BufferedSource received = Okio.buffer(new LimitedSource(body.source(), limits))) {
      JsonBodyConverter.skipByteOrderMark(received);
      document = received.readByteArray();
    }
    PartialList<E> read = readBytes(document);
    return read == null ? readChecked(document) : read;
  }

  /** Null if something is wrong. */
  private @Nullable PartialList<E> readBytes(byte[] document) {
    DriftCount count = new DriftCount();
    List<E> read;
    try {
      read = BytesReader.read(document, list, limits.levels, drift.sink(count));
    } catch (IOException | RuntimeException e) {
      // Whatever it is, it comes again, in the words of the reader that knows them.
      return null;
    }
    drift.tell(count);
    return whole(read, document.length);
  }

  private @Nullable PartialList<E> readChecked(byte[] body) throws IOException {
    Buffer document = new Buffer();
    document.writeAll(new BodySource(new Buffer().write(body), limits));
    boolean isJson = BytesReader.isJson(body, limits.levels);
    try {
      List<E> read = whole.read(document.clone(), isJson);
      return read == null ? null : whole(read, body.length);
    } catch (UnreadableBodyException e) {
      PartialList<E> partial = readElements(document, body.length, isJson);
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
  private @Nullable PartialList<E> readElements(Buffer document, long bytes, boolean isJson)
      throws IOException {
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
    JsonBodyConverter.requireJson(isJson);
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
