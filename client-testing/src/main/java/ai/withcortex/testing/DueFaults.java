package ai.withcortex.testing;

/** Plays the current script, one fault a request. Safe for use by several threads. */
final class DueFaults {
  private FaultScript.Player player = FaultScript.none().start();

  synchronized void play(FaultScript script) {
    player = script.start();
  }

  synchronized Fault next() {
    return player.next();
  }
}
