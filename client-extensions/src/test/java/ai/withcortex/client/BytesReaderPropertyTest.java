package ai.withcortex.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.CortexDataException;
import ai.withcortex.core.json.BytesReader;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.SharedValues;
import ai.withcortex.model.Run;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.RandomResponse;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/**
 * Reads random pages, and pages with damage, from their bytes and by Moshi's reader: the same comes
 * out, or both refuse. {@code -Dpages=1000000} does so with more of them, and {@code -Dpages=1
 * -Dpage=1734} with the one of a seed.
 */
final class BytesReaderPropertyTest {
  private static final long PAGES = Long.getLong("pages", 20_000);
  private static final long FIRST_SEED = Long.getLong("page", 0);

  private final SpecType page = SpecTypes.page();
  private final JsonAdapter<List<Run>> adapter =
      JsonAdapters.list(CortexJson.moshi().adapter(Run.class));
  private final LongAdder read = new LongAdder();
  private final LongAdder refused = new LongAdder();

  @Test
  void bothReadersMakeTheSameOfAPage() {
    LongStream.range(FIRST_SEED, FIRST_SEED + PAGES).parallel().forEach(this::compare);

    if (PAGES > 1000) {
      assertTrue(read.sum() > PAGES && refused.sum() > PAGES, read + " read, " + refused + " not");
    }
  }

  private void compare(long seed) {
    try {
      byte[] bytes = RandomResponse.of(page, seed, Set.of()).json().getBytes(UTF_8);
      compare(bytes);
      Random random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        compare(damaged(bytes, random));
      }
    } catch (IOException | AssertionError e) {
      throw new AssertionError("-Dpages=1 -Dpage=" + seed + ": " + e, e);
    }
  }

  private void compare(byte[] bytes) throws IOException {
    Reading fromBytes = fromBytes(bytes);
    Reading byMoshi = byMoshi(bytes);
    if (fromBytes.runs() != null) {
      assertEquals(byMoshi, fromBytes);
      assertEquals(adapter.toJson(byMoshi.runs()), adapter.toJson(fromBytes.runs()));
      read.increment();
    } else {
      // Moshi's reader takes strings with control characters, and what is no UTF-8.
      assertTrue(byMoshi.runs() == null || !isJson(bytes), "only Moshi's reader has read it");
      refused.increment();
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    int at = random.nextInt(damaged.length);
    switch (random.nextInt(5)) {
      case 0 -> damaged[at] = (byte) random.nextInt(256);
      case 1 -> damaged[at] = (byte) "{}[]\",:\\0 ".charAt(random.nextInt(10));
      case 2 -> damaged = Arrays.copyOf(damaged, at);
      case 3 -> System.arraycopy(bytes, at / 2, damaged, at, damaged.length - at);
      default -> damaged[at] = (byte) (' ' + random.nextInt(95));
    }
    return damaged;
  }

  private Reading fromBytes(byte[] bytes) {
    List<String> drift = new ArrayList<>();
    try {
      return new Reading(BytesReader.read(bytes, adapter, 255, writingTo(drift)), drift);
    } catch (IOException | CortexDataException e) {
      return new Reading(null, drift);
    }
  }

  private Reading byMoshi(byte[] bytes) {
    List<String> drift = new ArrayList<>();
    JsonReader reader = SharedValues.reader(new Buffer().write(bytes));
    reader.setTag(DriftSink.class, writingTo(drift));
    try {
      List<Run> runs = adapter.fromJson(reader);
      return new Reading(reader.peek() == JsonReader.Token.END_DOCUMENT ? runs : null, drift);
    } catch (IOException | CortexDataException | JsonDataException e) {
      // The last is how Moshi's reader itself refuses what nests too deep.
      return new Reading(null, drift);
    }
  }

  private static DriftSink writingTo(List<String> drift) {
    return (kind, schema, path, found) -> drift.add(kind + " " + schema + " " + path + found);
  }

  private static boolean isJson(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JsonTreeReader.read(text).depth() <= 255;
    } catch (CharacterCodingException | JacksonException e) {
      return false;
    }
  }

  /** What a reader made of a page, and what it told of it; null if it refused it. */
  private record Reading(@Nullable List<Run> runs, List<String> drift) {}
}
