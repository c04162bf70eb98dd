package ai.withcortex.trial.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultTest {
  @Test
  void aMessageMayTellOneFault() {
    assertEquals(
        List.of(
            new Fault(
                "#/paths/~1a b/get", "has no operationId. Add one; the method is named after it.")),
        Fault.in(
            "spec.yaml:5:5: #/paths/~1a b/get has no operationId."
                + " Add one; the method is named after it."));
  }

  @Test
  void aSharedRemedyBelongsToEachFault() {
    assertEquals(
        List.of(
            new Fault("#/a", "is an inline enum. Give it a name."),
            new Fault("#/b", "lists 'x. y', which is not a property. Add it, or fix the name."),
            new Fault("#/c", "is an inline enum. Give it a name.")),
        Fault.in(
            """
            spec.yaml has 3 faults (line:column, location, fault). Nothing was generated. Remedies with a number are at the end.
              7:7 #/a is an inline enum. [1]
              8:8 #/b lists 'x. y', which is not a property. Add it, or fix the name.
              9:9 #/c is an inline enum. [1]

            3 faults by kind:
              2 x is an inline enum. [1] Give it a name.
              1 x lists '…', which is not a property.\
            """));
  }

  @Test
  void anyOtherMessageIsOneFault() {
    assertEquals(List.of(new Fault("#", "broken")), Fault.in("broken"));
  }
}
