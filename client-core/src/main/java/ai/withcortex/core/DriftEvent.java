package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/** That an answer differs from the spec in one way, at one place or several alike. */
public final class DriftEvent {
  private final @Nullable String route;
  private final Drift drift;

  DriftEvent(@Nullable String route, Drift drift) {
    this.route = route;
    this.drift = drift;
  }

  /**
   * The path of the operation with its parameters by name, such as {@code /apps/{app_id}}; null if
   * it has none, since its URL is a parameter.
   */
  public @Nullable String route() {
    return route;
  }

  /** In which way it differs, and at how many places of this answer. */
  public Drift drift() {
    return drift;
  }

  /** The drift and, if there is one, the route. */
  @Override
  public String toString() {
    return route == null ? drift.toString() : drift + " in " + route;
  }
}
