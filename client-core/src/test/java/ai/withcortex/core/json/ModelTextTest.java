package ai.withcortex.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelTextTest {
  @Test
  void showsIdentityEnumsNumbersAndTimesAsTheyAre() {
    assertEquals(
        "Parcel{id=p_1, size=huge, weight=9007199254740993, fragile=true,"
            + " sentAt=2023-12-25T10:11:12Z}",
        ModelText.of("Parcel")
            .identity("id", "p_1")
            .add("size", ParcelSize.of("huge"))
            .add("weight", 9007199254740993L)
            .add("fragile", true)
            .add("sentAt", Instant.parse("2023-12-25T10:11:12Z"))
            .toString());
  }

  @Test
  void showsOfEverythingElseTheSize() {
    assertEquals(
        "Parcel{a=0 characters, b=1 character, c=2 characters, d=0 elements, e=1 element,"
            + " f=2 elements, g=0 entries, h=1 entry, i=2 entries, j=string (8 characters)}",
        ModelText.of("Parcel")
            .add("a", "")
            .add("b", "x")
            .add("c", "xy")
            .add("d", List.of())
            .add("e", Set.of("secret"))
            .add("f", List.of("secret", "secret"))
            .add("g", Map.of())
            .add("h", Map.of("secret", 1))
            .add("i", Map.of("secret", 1, "key", 2))
            .add("j", JsonValue.of("secret"))
            .toString());
  }

  @Test
  void leavesOutWhatIsAbsent() {
    assertEquals(
        "Parcel{}",
        ModelText.of("Parcel")
            .identity("id", null)
            .add("note", null)
            .additional(Map.of())
            .toString());
  }

  @Test
  void countsAdditionalProperties() {
    assertEquals(
        "Parcel{id=p_1, additionalProperties=1 entry}",
        ModelText.of("Parcel")
            .identity("id", "p_1")
            .additional(Map.of("secret", JsonValue.NULL))
            .toString());
  }
}
