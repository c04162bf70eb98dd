package ai.withcortex.regeneration;

import java.util.Collection;
import java.util.Locale;

/** What a change asks of those who use the client, from nothing to an edit. */
public enum Effect {
  /** Nothing can be told from before, but for documentation. */
  COMPATIBLE,
  /** There is more than before; what was there works as it did. */
  ADDITIVE,
  /** Something that was there is gone or means something else. */
  BREAKING;

  /** The greatest; {@code COMPATIBLE} of none. */
  public static Effect worst(Collection<Effect> effects) {
    return effects.stream().max(Enum::compareTo).orElse(COMPATIBLE);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
