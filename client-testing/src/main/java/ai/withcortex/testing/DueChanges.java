package ai.withcortex.testing;

/** Plays the current script of mutations. Safe for use by several threads. */
final class DueChanges {
  private MutationScript.Player player = MutationScript.none().start();

  synchronized void play(MutationScript script) {
    player = script.start();
  }

  synchronized Changes next() {
    return player.next();
  }
}
