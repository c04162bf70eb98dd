package ai.withcortex.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to a list before and during one request. What it draws depends on no other request,
 * so requests that overlap do not change each other's.
 */
final class Changes {
  private final List<Mutation> before = new ArrayList<>();
  private final List<Mutation> during = new ArrayList<>();
  private final Random random;

  Changes(long seed) {
    random = new Random(seed);
  }

  void addBefore(Mutation mutation) {
    before.add(mutation);
  }

  void addDuring(Mutation mutation) {
    during.add(mutation);
  }

  void makeBefore(RunStore store, Route route) {
    before.forEach(mutation -> store.change(route, mutation, random));
  }

  void makeDuring(RunStore store, Route route) {
    during.forEach(mutation -> store.change(route, mutation, random));
  }
}
