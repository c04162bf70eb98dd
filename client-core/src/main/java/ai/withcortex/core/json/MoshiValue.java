package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.JsonString;
import ai.withcortex.core.text.MalformedJsonException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.Moshi;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Passes a value to Moshi for an adapter that is not ours, or from Moshi to one of our adapters.
 *
 * <p>For a type that contains itself, Moshi's own adapter delegates to one of our adapters, which
 * continues in the document at no cost. Every other adapter gets a copy, because it may do anything
 * with its reader.
 */
final class MoshiValue implements Source {
  /** The class of Moshi's reader for JSON text; Moshi's other reader reads Java values. */
  private static final Class<?> TEXT_READER = JsonReader.of(new Buffer()).getClass();

  /** The class of the adapter that Moshi returns for a type whose lookup is in progress. */
  private static final Class<?> LOOKUP = lookupClass();

  private final ModelReader document;
  private final boolean isPassedOn;

  /** The bytes of the value, once the adapter has started to read it. */
  private final Buffer value = new Buffer();

  private boolean isLookedAt;
  private boolean isReadInDocument;
  private @Nullable MalformedJsonException malformed;

  private MoshiValue(ModelReader document, boolean isPassedOn) {
    this.document = document;
    this.isPassedOn = isPassedOn;
  }

  private static Class<?> lookupClass() {
    Class<?>[] found = {MoshiValue.class};
    JsonAdapter<?> unused =
        new Moshi.Builder()
            .add(
                (type, annotations, moshi) -> {
                  if (type != MoshiValue.class) {
                    return null;
                  }
                  found[0] = moshi.adapter(MoshiValue.class).getClass();
                  return moshi.adapter(String.class);
                })
            .build()
            .adapter(MoshiValue.class);
    return found[0];
  }

  /** Reads the value that comes next with an adapter that is not ours. */
  static <T> T read(ModelReader document, JsonAdapter<T> adapter) throws IOException {
    MoshiValue next = new MoshiValue(document, adapter.getClass() == LOOKUP);
    // Not a plain buffer: the cost of peeking grows with the reader's bytes in memory.
    JsonReader reader = JsonReader.of(Okio.buffer((Source) next));
    reader.setTag(MoshiValue.class, next);
    @Nullable DriftSink sink = document.sinkOfNext();
    if (sink != null) {
      reader.setTag(DriftSink.class, sink);
    }
    try {
      T read = adapter.fromJson(reader);
      next.requireJson();
      if (!next.isReadInDocument && reader.peek() != Token.END_DOCUMENT) {
        throw new JsonDataException("The adapter left part of the value unread");
      }
      return read;
    } catch (CortexDataException e) {
      next.requireJson();
      throw next.isReadInDocument ? e : document.failedIn(path(reader), e);
    } catch (Exception e) {
      if (e instanceof InterruptedException || e.getCause() instanceof InterruptedException) {
        // Moshi wraps exceptions that @FromJson methods throw.
        throw (IOException) new InterruptedIOException("interrupted").initCause(e);
      }
      next.requireJson();
      if (!next.isReadInDocument) {
        document.failedIn(path(reader));
      }
      throw e;
    }
  }

  /** Fails if the value is malformed, even if the adapter accepted it. */
  private void requireJson() throws MalformedJsonException {
    if (malformed != null) {
      throw malformed;
    }
  }

  /** Returns the path of the reader in the value, without the leading {@code $}. */
  private static String path(JsonReader reader) {
    return reader.getPath().substring(ModelReader.DOCUMENT.length());
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (!isLookedAt) {
      isLookedAt = true;
      try {
        document.copyNext(value);
      } catch (MalformedJsonException e) {
        malformed = e;
        throw e;
      }
    }
    return value.read(sink, byteCount);
  }

  @Override
  public Timeout timeout() {
    return Timeout.NONE;
  }

  @Override
  public void close() {}

  /** Reads the value at the position of Moshi's reader with one of our adapters. */
  static <T> T read(JsonReader reader, PartJsonAdapter<T> adapter) throws IOException {
    @Nullable MoshiValue passedOn = reader.tag(MoshiValue.class);
    if (passedOn != null && passedOn.isPassedOn && !passedOn.isLookedAt) {
      passedOn.isLookedAt = true;
      passedOn.isReadInDocument = true;
      return adapter.read(passedOn.document);
    }
    String place = reader.getPath();
    Token token = reader.peek();
    if (!JsonValue.Kind.isBegunBy(token)) {
      throw JsonErrors.mismatch("a value", token, place);
    }
    Token expected = adapter.token();
    if (expected != null && token != expected) {
      // The adapter rejects the kind with its own message, and the value stays unread.
      T unused = adapter.read(ModelReader.of(standIn(token).getBytes(UTF_8), place, null));
    }
    ModelReader own = ModelReader.of(next(reader, place), place, reader.tag(DriftSink.class));
    T read;
    try {
      read = own.readDocument(adapter);
    } catch (MalformedJsonException e) {
      throw JsonErrors.malformed(e, own.path());
    }
    if (!place.equals(ModelReader.DOCUMENT)) {
      // Otherwise, peekJson() would fail with a NullPointerException if it came next. After a
      // document, there is nothing to peek at, or the next document, which may not have arrived
      // yet.
      Token unused = reader.peek();
    }
    return read;
  }

  /** Returns a placeholder that starts with the given token. */
  private static String standIn(Token token) {
    if (token == Token.BEGIN_ARRAY || token == Token.BEGIN_OBJECT) {
      return token == Token.BEGIN_ARRAY ? "[]" : "{}";
    }
    if (token == Token.STRING || token == Token.NUMBER) {
      return token == Token.STRING ? "\"\"" : "0";
    }
    return token == Token.BOOLEAN ? "true" : "null";
  }

  /** Returns the JSON of the value that comes next, at the given path. */
  private static byte[] next(JsonReader reader, String place) throws IOException {
    if (reader.getClass() == TEXT_READER) {
      try (BufferedSource source = reader.nextSource()) {
        return source.readByteArray();
      } catch (EOFException e) {
        throw new EOFException("End of input at path " + place);
      }
    }
    // Moshi would read numbers as doubles and omit nulls.
    StringBuilder json = new StringBuilder();
    write(reader, json);
    return json.toString().getBytes(UTF_8);
  }

  private static void write(JsonReader reader, StringBuilder json) throws IOException {
    switch (reader.peek()) {
      case BEGIN_ARRAY:
        reader.beginArray();
        json.append('[');
        for (boolean isFirst = true; reader.hasNext(); isFirst = false) {
          json.append(isFirst ? "" : ",");
          write(reader, json);
        }
        reader.endArray();
        json.append(']');
        break;
      case BEGIN_OBJECT:
        reader.beginObject();
        json.append('{');
        for (boolean isFirst = true; reader.hasNext(); isFirst = false) {
          json.append(isFirst ? "" : ",").append(JsonString.quote(reader.nextName())).append(':');
          write(reader, json);
        }
        reader.endObject();
        json.append('}');
        break;
      case STRING:
        json.append(JsonString.quote(reader.nextString()));
        break;
      case BOOLEAN:
        json.append(reader.nextBoolean());
        break;
      case NULL:
        reader.nextNull();
        json.append("null");
        break;
      default:
        String place = reader.getPath();
        String number = reader.nextString();
        if (number.endsWith("NaN") || number.endsWith("Infinity")) {
          throw JsonErrors.at(place, "Expected a finite number but found " + number, null);
        }
        json.append(number);
    }
  }
}
