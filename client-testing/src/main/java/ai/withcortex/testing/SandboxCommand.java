package ai.withcortex.testing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** The sandbox as a program: says how to reach it and runs until it is killed. */
final class SandboxCommand {
  static final int DEFAULT_PORT = 8080;

  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private static final String USAGE =
      "Usage: CortexSandbox [port]\n"
          + "  port  0 to 65535; "
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
    if (arguments.length > 1 || (arguments.length == 1 && !isPort(arguments[0]))) {
      err.println(USAGE);
      return WRONG_USAGE;
    }
    int port = arguments.length == 0 ? DEFAULT_PORT : Integer.parseInt(arguments[0]);
    try (CortexSandbox sandbox = CortexSandbox.builder().port(port).start()) {
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

  private static boolean isPort(String argument) {
    return argument.matches("[0-9]{1,5}") && Integer.parseInt(argument) <= 65535;
  }

  private void describe(CortexSandbox sandbox) {
    out.println("Sandbox of the Cortex API at " + sandbox.baseUrl());
    out.println("API key: " + sandbox.apiKey());
    out.println("App " + SampleData.APP + ", workflow " + SampleData.WORKFLOW);
    out.println("App " + SampleData.APP_LESS + ", workflow " + SampleData.APP_LESS_WORKFLOW);
    out.println("Try:");
    out.println(
        "  curl -i -H 'Authorization: Bearer "
            + sandbox.apiKey()
            + "' '"
            + sandbox.baseUrl()
            + "/apps/"
            + SampleData.APP
            + "/workflows/"
            + SampleData.WORKFLOW
            + "/runs?take=2'");
    out.println("Ctrl-C ends it.");
    out.flush();
  }
}
