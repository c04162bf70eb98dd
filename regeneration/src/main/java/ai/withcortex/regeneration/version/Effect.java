package ai.withcortex.regeneration.version;

import java.util.Collection;
import java.util.Locale;

/** What a change means for users of the client, from nothing to an edit of their code. */
public enum Effect {
  /** Users see no difference except in documentation. */
  COMPATIBLE,
  /** There is more than before, and everything that existed works as before. */
  ADDITIVE,
  /** Something was removed or means something else. */
  BREAKING;

  /** The worst of some effects; {@code COMPATIBLE} if there are none. */
  public static Effect worst(Collection<Effect> effects) {
    return effects.stream().max(Enum::compareTo).orElse(COMPATIBLE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
