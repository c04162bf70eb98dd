package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A value that is handed over: to Moshi, for an adapter that is not ours, or by Moshi to ours.
 *
 * <p>An adapter that passes the value on to one of ours before it has looked at it, as Moshi's own
 * does for a type that contains itself, costs nothing: ours reads on in the document.
 */
final class MoshiValue implements Source {
  private final ModelReader document;

  /** The value, once it is looked at. */
  private final Buffer value = new Buffer();

  private boolean isLookedAt;
  private boolean isReadInDocument;
  private @Nullable MalformedJsonException malformed;

  private MoshiValue(ModelReader document) {
    this.document = document;
  }

  /** Reads the value that comes next by an adapter that is not ours. */
  static <T> T read(ModelReader document, JsonAdapter<T> adapter) throws IOException {
    MoshiValue next = new MoshiValue(document);
    // Not a buffer itself: looking ahead costs what the reader's source has in memory.
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
        throw new JsonDataException("The adapter left a part of the value unread");
      }
      return read;
    } catch (CortexDataException e) {
      next.requireJson();
      throw next.isReadInDocument ? e : document.failedIn(path(reader), e);
    } catch (IOException | RuntimeException e) {
      next.requireJson();
      if (!next.isReadInDocument) {
        document.failedIn(path(reader));
      }
      throw e;
    }
  }

  /** Fails if the value is none, whatever the adapter has made of it. */
  private void requireJson() throws MalformedJsonException {
    if (malformed != null) {
      throw malformed;
    }
  }

  /** Where in the value the reader is, as the rest of a path. */
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

  /** Reads the value at which Moshi's reader stands by one of our adapters. */
  static <T> T read(JsonReader reader, PartJsonAdapter<T> adapter) throws IOException {
    @Nullable MoshiValue passedOn = reader.tag(MoshiValue.class);
    if (passedOn != null && !passedOn.isLookedAt) {
      passedOn.isLookedAt = true;
      passedOn.isReadInDocument = true;
      return adapter.read(passedOn.document);
    }
    String place = reader.getPath();
    Token token = reader.peek();
    if (!JsonValue.Kind.isBegunBy(token)) {
      throw JsonErrors.mismatch("a value", token, place);
    }
    byte[] value;
    try (BufferedSource source = reader.nextSource()) {
      value = source.readByteArray();
    }
    ModelReader own = ModelReader.of(value, place, reader.tag(DriftSink.class));
    T read;
    try {
      read = own.readDocument(adapter);
    } catch (MalformedJsonException e) {
      throw JsonErrors.malformed(e, own.path());
    }
    // Moshi's reader would fail with a NullPointerException if peekJson() came next.
    Token unused = reader.peek();
    return read;
  }
}
