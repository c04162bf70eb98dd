package ai.withcortex.regeneration.version;

import java.util.Collection;
import java.util.Locale;

/** The effect of a change on users of the client, from none to changes in their code. */
public enum Effect {
  /** Users see no difference except in documentation. */
  COMPATIBLE,
  /** Something was added, and everything that existed works as before. */
  ADDITIVE,
  /** Something was removed or has a different meaning. */
  BREAKING;

  /** Returns the worst of the given effects; {@code COMPATIBLE} if there are none. */
  public static Effect worst(Collection<Effect> effects) {
    return effects.stream().max(Enum::compareTo).orElse(COMPATIBLE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
