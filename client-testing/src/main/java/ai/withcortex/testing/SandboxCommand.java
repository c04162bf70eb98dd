package ai.withcortex.testing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The sandbox as a program: prints how to reach it and runs until it is killed. */
final class SandboxCommand {
  static final int DEFAULT_PORT = 8080;

  private static final int GREATEST_PORT = 65535;
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private static final String RUNS_OPTION = "--runs";

  private static final String USAGE =
      "Usage: CortexSandbox [--runs count] [port]\n"
          + "  count  0 to "
          + FakeRuns.GREATEST_NUMBER
          + " small runs in workflow "
          + SlimRun.WORKFLOW
          + "; 260 of all kinds if left out\n"
          + "  port   0 to 65535; "
          + DEFAULT_PORT
          + " if left out, 0 for any free one";

  private final PrintStream out;
  private final PrintStream err;

  SandboxCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Returns an exit code, or does not return while the sandbox runs. */
  int run(String... arguments) {
    if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
      out.println(USAGE);
      return 0;
    }
    CortexSandbox.Builder builder = builder(arguments);
    if (builder == null) {
      err.println(USAGE);
      return WRONG_USAGE;
    }
    try (CortexSandbox sandbox = builder.start()) {
      describe(sandbox);
      new CountDownLatch(1).await();
      return 0;
    } catch (UncheckedIOException e) {
      err.println(e.getMessage() + " (" + e.getCause() + "); name another port");
      return CANNOT_START;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Returns the settings for the arguments; null if they are wrong. */
  private static CortexSandbox.@Nullable Builder builder(String... arguments) {
    CortexSandbox.Builder builder = CortexSandbox.builder().port(DEFAULT_PORT);
    int next = 0;
    if (arguments.length >= 2 && arguments[0].equals(RUNS_OPTION)) {
      if (!isNumber(arguments[1], FakeRuns.GREATEST_NUMBER)) {
        return null;
      }
      builder.slimRuns(Integer.parseInt(arguments[1]));
      next = 2;
    }
    if (next < arguments.length && isNumber(arguments[next], GREATEST_PORT)) {
      builder.port(Integer.parseInt(arguments[next]));
      next++;
    }
    return next == arguments.length ? builder : null;
  }

  private static boolean isNumber(String argument, int greatest) {
    return argument.matches("[0-9]{1,9}") && Integer.parseInt(argument) <= greatest;
  }

  private void describe(CortexSandbox sandbox) {
    out.println("Sandbox of the Cortex API at " + sandbox.baseUrl());
    out.println("API key: " + sandbox.apiKey());
    out.println("App " + SlimRun.APP + ", workflow " + SlimRun.WORKFLOW);
    out.println("App c, workflow work_2");
    out.println("Try:");
    out.println(
        "  curl -i -H 'Authorization: Bearer "
            + sandbox.apiKey()
            + "' '"
            + sandbox.baseUrl()
            + "/apps/"
            + SlimRun.APP
            + "/workflows/"
            + SlimRun.WORKFLOW
            + "/runs?take=2'");
    out.println("Ctrl-C ends it.");
    out.flush();
  }
}
