package ai.withcortex.codegen.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the faults of a spec, so that one run reports all of them. */
public final class Faults {
  /** The faults by message, because parts that are referenced repeatedly are checked repeatedly. */
  private final Map<String, SpecException> faults = new LinkedHashMap<>();

  private final List<SpecPlace> unreadable = new ArrayList<>();

  /** Runs a check that ends at its first fault, so that the checks after it run in any case. */
  public void collect(Runnable check) {
    try {
      check.run();
    } catch (SpecException fault) {
      add(fault);
    }
  }

  /**
   * Runs such a check. Its fault is left out if one is known at the given location or within it.
   */
  public void collectUnlessKnownWithin(SpecPlace place, Runnable check) {
    try {
      check.run();
    } catch (SpecException fault) {
      addUnlessKnownWithin(place, fault);
    }
  }

  /** Adds a fault after which a check continues. */
  public void add(SpecException fault) {
    faults.putIfAbsent(fault.getMessage(), fault);
  }

  /** Adds a fault with which no check can read the part that has it. */
  void addUnreadable(SpecException fault) {
    unreadable.add(fault.place());
    add(fault);
  }

  /** Returns the locations of the faults with which no check can read the part that has them. */
  List<SpecPlace> unreadable() {
    return List.copyOf(unreadable);
  }

  /**
   * Adds a fault unless another one is known at its location, which probably has the same cause.
   */
  public void addUnlessKnown(SpecException fault) {
    if (faults.values().stream().noneMatch(known -> known.place().equals(fault.place()))) {
      add(fault);
    }
  }

  /** Adds a fault unless another one is known at the given location or within it. */
  public void addUnlessKnownWithin(SpecPlace place, SpecException fault) {
    String within = place.pointer() + "/";
    if (faults.values().stream().noneMatch(k -> (k.place().pointer() + "/").startsWith(within))) {
      add(fault);
    }
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Returns all faults, in the order in which they were found. */
  List<SpecException> all() {
    return List.copyOf(faults.values());
  }
}
