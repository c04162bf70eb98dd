package ai.withcortex.testing.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChunkedListTest {
  private static final int PART = ChunkedList.GREATEST_PART;

  private final ChunkedList<Integer> list = new ChunkedList<>();
  private final List<Integer> expected = new ArrayList<>();

  /** Grows beyond several parts, then shrinks to nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isLikeAnyOtherList(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 30_000; i++) {
      int size = expected.size();
      boolean isAddition = random.nextInt(3) > (i < 15_000 ? 0 : 1);
      if (isAddition || size == 0) {
        int index = random.nextInt(3) == 0 ? size : random.nextInt(size + 1);
        list.add(index, i);
        expected.add(index, i);
      } else {
        int index = random.nextInt(size);
        assertEquals(expected.remove(index), list.remove(index));
      }
      if (i % 100 == 0) {
        assertSame(random);
      }
    }
    while (!expected.isEmpty()) {
      assertEquals(expected.remove(0), list.remove(0));
    }
    assertSame(random);
  }

  @Test
  void replaces() {
    fill(2 * PART + 1);
    for (int index : new int[] {0, PART - 1, PART, 2 * PART}) {
      list.set(index, -1);
      expected.set(index, -1);
    }
    assertSame(new Random(1));
  }

  @Test
  void findsWhereSomethingBegins() {
    fill(3 * PART);
    for (int first : new int[] {0, 1, PART - 1, PART, PART + 1, 3 * PART - 1, 3 * PART}) {
      assertEquals(first, list.firstIndex(element -> element >= first));
    }
    assertEquals(0, new ChunkedList<Integer>().firstIndex(element -> true));
  }

  @Test
  void copiesWhatIsAskedFor() {
    fill(3 * PART);
    assertEquals(List.of(6, 2 * PART), list.copyIf(element -> element == 6 || element == 2 * PART));
    assertEquals(expected.subList(PART - 2, 2 * PART + 2), list.copy(PART - 2, 2 * PART + 2));
    assertEquals(List.of(), list.copy(PART, PART));
  }

  @Test
  void clears() {
    fill(2 * PART);
    list.clear();
    expected.clear();
    assertSame(new Random(1));
    list.add(0, 5);
    assertEquals(List.of(5), list.copy(0, 1));
  }

  @Test
  void hasNothingBeyondItsSize() {
    fill(3);
    Exception e = assertThrows(IndexOutOfBoundsException.class, () -> list.remove(3));
    assertEquals("index 3 of 3", e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> list.add(4, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> list.set(-1, 0));
  }

  private void fill(int size) {
    IntStream.range(0, size).forEach(i -> list.add(i, i));
    IntStream.range(0, size).forEach(expected::add);
  }

  private void assertSame(Random random) {
    assertEquals(expected.size(), list.size());
    List<Integer> all = new ArrayList<>();
    list.forEach(all::add);
    assertEquals(expected, all);
    int from = random.nextInt(expected.size() + 1);
    int to = from + random.nextInt(expected.size() - from + 1);
    assertEquals(expected.subList(from, to), list.copy(from, to));
    assertEquals(Collections.frequency(expected, -1), list.copyIf(e -> e == -1).size());
  }
}
