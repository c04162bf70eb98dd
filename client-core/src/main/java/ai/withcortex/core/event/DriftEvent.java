package ai.withcortex.core.event;

import org.jspecify.annotations.Nullable;

/** Reports one way in which a response differs from the spec, in one or more places. */
public final class DriftEvent {
  private final @Nullable String route;
  private final Drift drift;

  /** Creates an event with the given values; see the methods with the same names. */
  public DriftEvent(@Nullable String route, Drift drift) {
    this.route = route;
    this.drift = drift;
  }

  /**
   * Returns the path template of the operation, such as {@code /apps/{app_id}}; null if the
   * operation takes its URL as a parameter.
   */
  public @Nullable String route() {
    return route;
  }

  /** Returns the difference, with the number of times it was found in this response. */
  public Drift drift() {
    return drift;
  }

  /** Returns a string with the difference and, if there is one, the route. */
  @Override
  public String toString() {
    return route == null ? drift.toString() : drift + " in " + route;
  }
}
