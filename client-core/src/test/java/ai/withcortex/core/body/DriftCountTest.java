package ai.withcortex.core.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.event.Drift;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.event.DriftReport;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftCountTest {
  private final DriftCount count = new DriftCount();

  @Test
  void countsAlikeOnesTogetherByKindAndPath() {
    count.drifted(DriftKind.OTHER_KIND, "A", "$[0].a", JsonValue.Kind.STRING);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$[0].b[12].c", JsonValue.Kind.NULL);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$[3].b[7].c", JsonValue.Kind.NULL);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$[3].b[7].c", JsonValue.Kind.OBJECT);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "B", "$.a", JsonValue.Kind.BOOLEAN);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.a", JsonValue.Kind.BOOLEAN);

    assertEquals(
        """
        UNKNOWN_PROPERTY of A at $.a: a boolean (1 time)
        UNKNOWN_PROPERTY of B at $.a: a boolean (1 time)
        UNKNOWN_PROPERTY of A at $[*].b[*].c: an object (1 time)
        UNKNOWN_PROPERTY of A at $[*].b[*].c: null (2 times)
        OTHER_KIND of A at $[*].a: a string (1 time)
        """,
        count.report().toString());
  }

  @Test
  void addsReports() {
    count.drifted(DriftKind.OTHER_KIND, "A", "$.a", JsonValue.Kind.STRING);
    DriftReport first = count.report();
    count.add(first);
    count.add(count.report());

    assertEquals(1, first.drifts().get(0).count());
    assertEquals(
        "OTHER_KIND of A at $.a: a string (4 times)\n", count.report().toString(), "1+1, twice");
  }

  @Test
  void keepsAThousandDifferentOnesAndCountsTheRest() {
    for (int i = 0; i < 1003; i++) {
      count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.x" + i, JsonValue.Kind.STRING);
    }
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.x999", JsonValue.Kind.STRING);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.x1000", JsonValue.Kind.STRING);

    DriftReport report = count.report();
    assertEquals(1000, report.drifts().size());
    assertEquals(1001, report.drifts().stream().mapToLong(Drift::count).sum());
    assertEquals(4, report.omitted());
    assertTrue(report.toString().endsWith(" (2 times)\nand 4 more\n"));

    DriftCount total = new DriftCount();
    total.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.first", JsonValue.Kind.STRING);
    total.add(report);
    assertEquals(1000, total.report().drifts().size());
    assertEquals(6, total.report().omitted(), "x999 twice");
    total.add(report);
    assertEquals(12, total.report().omitted());
  }

  @Test
  void omitsAsManyAsWereCounted() {
    for (int i = 0; i < 1000; i++) {
      count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.x" + i, JsonValue.Kind.STRING);
    }
    DriftCount other = new DriftCount();
    for (int i = 0; i < 3; i++) {
      other.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.y", JsonValue.Kind.STRING);
    }
    count.add(other.report());

    assertEquals(3, count.report().omitted());
  }

  @Test
  void showsNamesOfTheDocumentOnOneLineAndCut() {
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.a\nb", JsonValue.Kind.STRING);
    count.drifted(DriftKind.UNKNOWN_PROPERTY, "A", "$.x" + "y".repeat(1000), JsonValue.Kind.STRING);

    List<Drift> drifts = count.report().drifts();
    assertEquals("$.a b", drifts.get(0).path());
    assertEquals("$.x" + "y".repeat(509), drifts.get(1).path());
  }

  @Test
  void reportsDoNotChange() {
    DriftReport empty = count.report();
    count.drifted(DriftKind.OTHER_KIND, "A", "$.a", JsonValue.Kind.STRING);

    assertEquals(List.of(), empty.drifts());
    assertEquals(0, empty.omitted());
    assertEquals("", empty.toString());
    assertThrows(UnsupportedOperationException.class, () -> count.report().drifts().remove(0));
  }

  @Test
  void driftsAreEqualByAllTheyTell() {
    Drift one = new Drift(DriftKind.OTHER_KIND, "A", "$.a", JsonValue.Kind.STRING, 1);
    List<Drift> others =
        List.of(
            new Drift(DriftKind.UNKNOWN_VALUE, "A", "$.a", JsonValue.Kind.STRING, 1),
            new Drift(DriftKind.OTHER_KIND, "B", "$.a", JsonValue.Kind.STRING, 1),
            new Drift(DriftKind.OTHER_KIND, "A", "$.b", JsonValue.Kind.STRING, 1),
            new Drift(DriftKind.OTHER_KIND, "A", "$.a", JsonValue.Kind.NULL, 1),
            one.times(2));
    others.forEach(other -> assertNotEquals(one, other));
    assertNotEquals(one, "OTHER_KIND");
    assertEquals(one, one.times(2).times(1));
    assertEquals(one.hashCode(), one.times(2).times(1).hashCode());

    List<Drift> sorted = new ArrayList<>(others);
    sorted.add(one);
    Collections.sort(sorted);
    assertEquals(
        List.of(others.get(0), one, others.get(4), others.get(3), others.get(1), others.get(2)),
        sorted);
    assertEquals("A", one.schema());
    assertEquals("$.a", one.path());
    assertEquals(JsonValue.Kind.STRING, one.found());
  }

  @Test
  void eventsNameTheirRoute() {
    Drift drift = new Drift(DriftKind.OTHER_KIND, "A", "$.a", JsonValue.Kind.STRING, 2);
    DriftEvent event = new DriftEvent("/apps/{app_id}", drift);

    assertEquals("OTHER_KIND of A at $.a: a string (2 times) in /apps/{app_id}", event.toString());
    assertEquals("/apps/{app_id}", event.route());
    assertEquals(drift, event.drift());
    assertEquals(
        "OTHER_KIND of A at $.a: a string (2 times)", new DriftEvent(null, drift).toString());
  }
}
