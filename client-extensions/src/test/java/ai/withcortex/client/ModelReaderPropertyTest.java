package ai.withcortex.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.text.MalformedJsonException;
import ai.withcortex.core.text.MalformedJsonException.Reason;
import ai.withcortex.model.Run;
import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.ExpectedReading.Outcome;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.RandomResponse;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/**
 * Reads random pages, and pages with damage: what Jackson takes is read as the spec says, run by
 * run, whoever hands it over, and what Jackson refuses is refused at the byte up to which it is
 * JSON. {@code -Dpages=1000000} does so with more of them, and {@code -Dpages=1 -Dpage=1734} with
 * the one of a seed.
 */
@Tag("okhttp-agnostic")
final class ModelReaderPropertyTest {
  private static final long PAGES = Long.getLong("pages", 20_000);
  private static final long FIRST_SEED = Long.getLong("page", 0);
  private static final int LEVELS = 255;

  private final SpecType page = SpecTypes.page();
  private final JsonAdapter<Run> run = CortexJson.moshi().adapter(Run.class);
  private final JsonAdapter<List<Run>> list = JsonAdapters.list(run);
  private final JsonAdapter<List<Run>> moshis = SpecExamples.pageAdapter(CortexJson.moshi());
  private final LongAdder read = new LongAdder();
  private final LongAdder unread = new LongAdder();
  private final LongAdder malformed = new LongAdder();

  @Test
  void readsWhatTheSpecSays() {
    LongStream.range(FIRST_SEED, FIRST_SEED + PAGES).parallel().forEach(this::check);

    if (PAGES > 1000) {
      String counts = read + " read, " + unread + " in part, " + malformed + " malformed";
      assertTrue(read.sum() > PAGES && unread.sum() > PAGES / 20, counts);
      assertTrue(malformed.sum() > PAGES, counts);
    }
  }

  private void check(long seed) {
    try {
      byte[] bytes = RandomResponse.of(page, seed, Set.of()).json().getBytes(UTF_8);
      check(bytes);
      Random random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        check(damaged(bytes, random));
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      throw new AssertionError("-Dpages=1 -Dpage=" + seed + ": " + e, e);
    }
  }

  private void check(byte[] bytes) throws IOException {
    Optional<JsonTree> tree = tree(bytes);
    if (tree.isEmpty()) {
      checkMalformed(bytes);
      malformed.increment();
    } else if (tree.get() instanceof Elements elements) {
      checkElements(elements, bytes);
    } else {
      assertThrowsData(bytes);
    }
  }

  private void checkMalformed(byte[] bytes) throws IOException {
    MalformedJsonException failure = malformed(bytes, JsonAdapters.JSON_VALUE);
    try {
      Object unused = reader(bytes, null).readElements(run, (index, json, path, problem) -> {});
      fail("what is no JSON was read");
    } catch (MalformedJsonException e) {
      assertEquals(failure.offset(), e.offset());
      assertEquals(failure.reason(), e.reason());
    } catch (CortexDataException e) {
      assertTrue(bytes[0] != '[', "an element has failed the list");
    }
    if (failure.reason() == Reason.MORE_AFTER_END) {
      byte[] value = Arrays.copyOf(bytes, failure.offset());
      assertTrue(tree(value).isPresent());
    } else if (failure.reason() != Reason.TOO_DEEP) {
      // What comes before is right: it only lacks its end, or ends within a number.
      byte[] start = Arrays.copyOf(bytes, failure.offset());
      MalformedJsonException early = malformed(start, JsonAdapters.JSON_VALUE);
      assertEquals(Reason.ENDS_EARLY, early.reason());
      assertEquals(failure.offset(), early.offset());
    }
  }

  private static MalformedJsonException malformed(byte[] bytes, JsonAdapter<?> adapter)
      throws IOException {
    try {
      Object unused = reader(bytes, null).readDocument(adapter);
    } catch (MalformedJsonException e) {
      return e;
    }
    throw new AssertionError("what is no JSON was read");
  }

  private void checkElements(Elements elements, byte[] bytes) throws IOException {
    List<Outcome> outcomes =
        elements.list().stream()
            .map(element -> ExpectedReading.of(page, new Elements(List.of(element))))
            .toList();
    if (outcomes.stream().anyMatch(outcome -> !outcome.doubts().isEmpty())) {
      return;
    }
    List<Integer> refused = new ArrayList<>();
    List<Run> runs =
        reader(bytes, null)
            .readElements(
                run,
                (index, json, path, failure) -> {
                  assertEquals(elements.list().get(index), JsonTreeReader.read(json.json()));
                  assertTrue(path.startsWith("$[" + index + "]"), path);
                  refused.add(index);
                });
    assertEquals(
        IntStream.range(0, outcomes.size())
            .filter(i -> outcomes.get(i).read().isEmpty())
            .boxed()
            .toList(),
        refused);
    List<JsonTree> expected = new ArrayList<>();
    outcomes.forEach(o -> o.read().ifPresent(one -> expected.addAll(((Elements) one).list())));
    JsonTree written = JsonTreeReader.read(list.toJson(runs));
    assertEquals(List.of(), JsonDifferences.of(page, new Elements(expected), written));
    if (refused.isEmpty()) {
      checkWhole(runs, bytes);
      read.increment();
    } else {
      assertThrowsData(bytes);
      unread.increment();
    }
  }

  private void checkWhole(List<Run> runs, byte[] bytes) throws IOException {
    List<String> drift = new ArrayList<>();
    assertEquals(runs, reader(bytes, writingTo(drift)).readDocument(list));
    List<String> driftByMoshi = new ArrayList<>();
    JsonReader reader = JsonReader.of(new Buffer().write(bytes));
    reader.setTag(DriftSink.class, writingTo(driftByMoshi));
    assertEquals(runs, moshis.fromJson(reader));
    assertEquals(driftByMoshi, drift);
  }

  private void assertThrowsData(byte[] bytes) throws IOException {
    try {
      Object unused = reader(bytes, null).readDocument(list);
      fail("what does not fit the spec was read");
    } catch (CortexDataException expected) {
      assertTrue(String.valueOf(expected.path()).startsWith("$"), expected.toString());
    }
  }

  private static ModelReader reader(byte[] bytes, @Nullable DriftSink sink) {
    return ModelReader.of(bytes, LEVELS, sink);
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    int at = random.nextInt(damaged.length);
    switch (random.nextInt(6)) {
      case 0 -> damaged[at] = (byte) random.nextInt(256);
      case 1 -> damaged[at] = (byte) "{}[]\",:\\0 ".charAt(random.nextInt(10));
      case 2 -> damaged = Arrays.copyOf(damaged, at);
      case 3 -> System.arraycopy(bytes, at / 2, damaged, at, damaged.length - at);
      case 4 -> damaged[at] = (byte) (' ' + random.nextInt(95));
      default -> damaged = otherName(bytes, random);
    }
    return damaged;
  }

  /** Damages a name, so that the rest is still JSON, but perhaps not what the spec wants. */
  private static byte[] otherName(byte[] bytes, Random random) {
    String[] parts = new String(bytes, UTF_8).split("\"(?=id\"|status\"|versionId\")", -1);
    int at = random.nextInt(parts.length);
    parts[at] = at == 0 ? parts[at] : "x" + parts[at];
    return String.join("\"", parts).getBytes(UTF_8);
  }

  private static DriftSink writingTo(List<String> drift) {
    return (kind, schema, path, found) -> drift.add(kind + " " + schema + " " + path + found);
  }

  private static Optional<JsonTree> tree(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(JsonTreeReader.read(text)).filter(tree -> tree.depth() <= LEVELS);
    } catch (CharacterCodingException | JacksonException e) {
      return Optional.empty();
    }
  }
}
