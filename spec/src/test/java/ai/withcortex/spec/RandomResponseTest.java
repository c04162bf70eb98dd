package ai.withcortex.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random responses follow the spec, and the same seed always gives the same response. */
@Tag("spec")
final class RandomResponseTest {
  private static final SpecType PAGE = SpecTypes.page();

  /** Features that the spec does not cover or that the validator's parser does not read. */
  private static final Set<Feature> BEYOND_THE_SPEC =
      EnumSet.of(
          Feature.UNKNOWN_VALUE_OF_ENUM,
          Feature.UNKNOWN_VARIANT,
          Feature.OTHER_KIND,
          Feature.REFUSED_INTEGER,
          Feature.REFUSED_DECIMAL,
          Feature.REFUSED_TIMESTAMP,
          Feature.OPTIONAL_NULL,
          Feature.LOWER_CASE_ZONE,
          Feature.REPEATED_PROPERTY_THAT_DOES_NOT_FIT,
          Feature.LONE_SURROGATE_IN_KEY,
          Feature.LONE_SURROGATE_IN_UNKNOWN_NAME,
          Feature.LONE_SURROGATE_IN_FREE_NAME,
          Feature.HUGE_EXPONENT,
          Feature.TYPED_HUGE_EXPONENT,
          Feature.INTEGER_IN_DISGUISE,
          Feature.THOUSAND_DIGITS);

  private final SpecValidator validator = SpecValidator.load();

  @Test
  void isValid() {
    for (int seed = 0; seed < 500; seed++) {
      String json = RandomResponse.of(PAGE, seed, BEYOND_THE_SPEC).json();
      assertEquals(List.of(), validator.errorsInArray("Run", json), "seed " + seed);
    }
  }

  @Test
  void isReadBackAsItWasMade() {
    for (int seed = 0; seed < 2_000; seed++) {
      RandomResponse response = RandomResponse.of(PAGE, seed, Set.of());
      assertEquals(response.tree(), JsonTreeReader.read(response.json()), "seed " + seed);
    }
  }

  @Test
  void isTheSameForTheSameSeed() {
    String once = RandomResponse.of(PAGE, 7, Set.of()).json();
    assertEquals(once, RandomResponse.of(PAGE, 7, Set.of()).json());
  }

  @Test
  void isNeverADoubtfulCase() {
    for (int seed = 0; seed < 2_000; seed++) {
      JsonTree tree = RandomResponse.of(PAGE, seed, Set.of()).tree();
      ExpectedReading.Outcome outcome = ExpectedReading.of(PAGE, tree);
      assertEquals("", outcome.refusal(), "seed " + seed);
      assertEquals(Set.of(), outcome.doubts(), "seed " + seed);
    }
  }
}
