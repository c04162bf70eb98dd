package ai.withcortex.client;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import com.squareup.moshi.JsonAdapter;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is large or deep is read and written right, with a small stack, and with work that grows no
 * faster than the size. The work is told by the bytes that a thread allocates, which is the same
 * each time.
 */
@Tag("load")
@Tag("okhttp-agnostic")
final class SizesTest {
  private static final int MAX_DEPTH = 255;

  /** The page and the run. */
  private static final int AROUND = 2;

  private static final int GROWTH = 4;
  private static final int MEMBERS = 5_000;

  /** Between work that grows with the size and work that grows with its square. */
  private static final double MAX_GROWTH_OF_WORK = 6;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final SpecType PAGE = SpecTypes.page();

  private final JsonAdapter<List<Run>> adapter = SpecExamples.pageAdapter(CortexJson.moshi());

  @ParameterizedTest
  @EnumSource
  void readsAndWritesWhatIsBig(BigPart part) throws Exception {
    assertComesBack(part.page(part.size()));
  }

  @ParameterizedTest
  @EnumSource
  void readsStreamsInProportionToTheSize(BigPart part) throws Exception {
    String small = part.page(part.sizeToCompare());
    String large = part.page(part.sizeToCompare() * GROWTH);
    assertWorkGrowsWithSize(() -> readStream(small), () -> readStream(large));
  }

  @ParameterizedTest
  @EnumSource
  void readsAndWritesTextsInProportionToTheSize(BigPart part) throws Exception {
    String small = part.page(part.sizeToCompare());
    String large = part.page(part.sizeToCompare() * GROWTH);
    assertWorkGrowsWithSize(() -> writeAgain(small), () -> writeAgain(large));
  }

  @Test
  void takesValuesApartInProportionToTheirSize() throws Exception {
    String small = freeValue(MEMBERS);
    String large = freeValue(MEMBERS * GROWTH);
    assertWorkGrowsWithSize(() -> takeApart(small), () -> takeApart(large));
  }

  @Test
  void findsPartsInProportionToTheirNumber() throws Exception {
    JsonValue small = JsonValue.parse(freeValue(MEMBERS));
    JsonValue large = JsonValue.parse(freeValue(MEMBERS * GROWTH));
    assertWorkGrowsWithSize(() -> find(small, MEMBERS), () -> find(large, MEMBERS * GROWTH));
  }

  /** The limit holds for a value itself; what is around it may count or not. */
  @ParameterizedTest
  @ValueSource(strings = {"\"result\": ", "\"later\": ", "\"error\": "})
  void readsValuesAsDeepAsTheLimitAndNoDeeper(String property) throws Exception {
    assertComesBack(BigPart.run(property + nested(MAX_DEPTH - AROUND, "[", "]")));
    assertComesBack(BigPart.run(property + nested(MAX_DEPTH - AROUND, "{\"a\":", "}")));
    assertIsRefused(BigPart.run(property + nested(MAX_DEPTH + 1, "[", "]")));
    assertIsRefused(BigPart.run(property + nested(MAX_DEPTH + 1, "{\"a\":", "}")));
    assertIsRefused(BigPart.run(property + nested(1_000_000, "[", "]")));
  }

  @Test
  void readsModelsInModelsAsDeepAsTheLimit() throws Exception {
    String usage = "{\"calls\": [{\"id\": \"a\", \"total\": 1, \"calls\": [";
    int levels = (MAX_DEPTH - AROUND) / 4;
    assertComesBack(BigPart.run("\"usage\": " + nested(levels, usage, "]}]}")));
    assertIsRefused(BigPart.run("\"usage\": " + nested(levels + 1, usage, "]}]}")));
  }

  @Test
  void valuesNestAsDeepAsTheLimit() throws Exception {
    JsonValue deepest = JsonValue.parse(nested(MAX_DEPTH, "[", "]"));
    JsonValue innermost = SmallStack.call(() -> deepest.at("/0".repeat(MAX_DEPTH - 1)));
    assertEquals(JsonValue.parse("[]"), innermost);
    assertThrows(
        IllegalArgumentException.class, () -> JsonValue.parse(nested(MAX_DEPTH + 1, "[", "]")));
    assertThrows(
        IllegalArgumentException.class, () -> JsonValue.parse(nested(1_000_000, "[", "]")));
  }

  private static String nested(int levels, String open, String close) {
    String innermost = open.startsWith("{\"a\"") ? "1" : "";
    return open.repeat(levels) + innermost + close.repeat(levels);
  }

  private static String freeValue(int members) {
    StringBuilder json = new StringBuilder("{\"list\": [0");
    for (int i = 1; i < members; i++) {
      json.append(',').append(i);
    }
    json.append("], \"map\": {\"k0\": 0");
    for (int i = 1; i < members; i++) {
      json.append(",\"k").append(i).append("\": {\"a\": ").append(i).append('}');
    }
    return json.append("}}").toString();
  }

  private static int takeApart(String json) {
    JsonValue value = JsonValue.parse(json);
    Map<String, JsonValue> members = value.asMap();
    return requireNonNull(members.get("list")).asList().size()
        + requireNonNull(members.get("map")).asMap().size();
  }

  private static int find(JsonValue value, int members) {
    int found = 0;
    for (int i = 0; i < members; i++) {
      found += value.at("/list/" + i) == null ? 0 : 1;
      found += value.at("/map/k" + i) == null ? 0 : 1;
    }
    return found;
  }

  /** Reads as from a connection, a few kilobytes at a time. */
  private List<Run> readStream(String page) throws Exception {
    return adapter.fromJson(Okio.buffer((Source) new Buffer().writeUtf8(page)));
  }

  private String writeAgain(String page) throws Exception {
    return adapter.toJson(adapter.fromJson(page));
  }

  private void assertComesBack(String page) throws Exception {
    String written = SmallStack.call(() -> writeAgain(page));
    JsonTree expected = ExpectedReading.of(PAGE, JsonTreeReader.read(page)).read().orElseThrow();
    assertEquals(List.of(), JsonDifferences.of(PAGE, expected, JsonTreeReader.read(written)));
  }

  private void assertIsRefused(String page) {
    Throwable failure =
        assertThrows(ExecutionException.class, () -> SmallStack.call(() -> adapter.fromJson(page)));
    Exception refusal =
        assertInstanceOf(
            Exception.class, failure.getCause(), "no error such as a StackOverflowError");
    String words = refusal.toString().toLowerCase(Locale.ROOT);
    assertTrue(words.contains("nest"), words);
  }

  private static void assertWorkGrowsWithSize(Callable<?> small, Callable<?> large)
      throws Exception {
    // Once before, since what is loaded and compiled is allocated by the thread as well.
    work(small);
    long before = work(small);
    long after = work(large);
    assertTrue(
        after < before * MAX_GROWTH_OF_WORK,
        () -> before + " bytes became " + after + " with " + GROWTH + " times the size");
  }

  private static long work(Callable<?> task) throws Exception {
    long start = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    Object unused = task.call();
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - start;
  }
}
