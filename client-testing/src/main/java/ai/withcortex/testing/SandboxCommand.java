package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxServer;
import ai.withcortex.testing.store.NumberedRun;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Runs the sandbox as a program: prints how to connect and runs until it is killed. */
final class SandboxCommand {
  static final int DEFAULT_PORT = 8080;

  private static final int GREATEST_PORT = 65535;
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private static final String RUNS_OPTION = "--runs";

  private static final String USAGE =
      "Usage: CortexSandbox [--runs count] [port]\n"
          + "  count  number of small runs in workflow "
          + NumberedRun.WORKFLOW
          + ", 0 to "
          + FakeRuns.GREATEST_NUMBER
          + "; default: 260 runs of all kinds\n"
          + "  port   port to listen on, 0 to 65535; 0 picks a free port; default: "
          + DEFAULT_PORT;

  /**
   * Starts a sandbox with the given number of small runs, or with the default runs if it is null.
   */
  interface Launcher {
    SandboxServer launch(int port, @Nullable Integer runs);
  }

  private final PrintStream out;
  private final PrintStream err;
  private final String apiKey;
  private final Launcher launcher;

  SandboxCommand(PrintStream out, PrintStream err, String apiKey, Launcher launcher) {
    this.out = out;
    this.err = err;
    this.apiKey = apiKey;
    this.launcher = launcher;
  }

  /** Returns an exit code; does not return while the sandbox is running. */
  int run(String... arguments) {
    if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
      out.println(USAGE);
      return 0;
    }
    Integer runs = null;
    int port = DEFAULT_PORT;
    int next = 0;
    if (arguments.length >= 2
        && arguments[0].equals(RUNS_OPTION)
        && isNumber(arguments[1], FakeRuns.GREATEST_NUMBER)) {
      runs = Integer.valueOf(arguments[1]);
      next = 2;
    }
    if (next < arguments.length && isNumber(arguments[next], GREATEST_PORT)) {
      port = Integer.parseInt(arguments[next]);
      next++;
    }
    if (next < arguments.length) {
      err.println(USAGE);
      return WRONG_USAGE;
    }
    try (SandboxServer server = launcher.launch(port, runs)) {
      describe(server.baseUrl());
      new CountDownLatch(1).await();
      return 0;
    } catch (UncheckedIOException e) {
      err.println(e.getMessage() + " (" + e.getCause() + "); choose a different port");
      return CANNOT_START;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static boolean isNumber(String argument, int greatest) {
    return argument.matches("[0-9]{1,9}") && Integer.parseInt(argument) <= greatest;
  }

  private void describe(String baseUrl) {
    out.println("Cortex API sandbox at " + baseUrl);
    out.println("API key: " + apiKey);
    out.println("App " + NumberedRun.APP + ", workflow " + NumberedRun.WORKFLOW);
    out.println("App c, workflow work_2");
    out.println("Try:");
    String path =
        "/apps/" + NumberedRun.APP + "/workflows/" + NumberedRun.WORKFLOW + "/runs?take=2";
    out.println("  curl -i -H 'Authorization: Bearer " + apiKey + "' '" + baseUrl + path + "'");
    out.println("Press Ctrl-C to stop.");
    out.flush();
  }
}
