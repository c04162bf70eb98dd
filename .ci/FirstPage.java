import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;

/** Makes a client, and with it reads a list of one page. Usage: FirstPage.java URL. */
final class FirstPage {
  public static void main(String[] arguments) {
    try (CortexClient cortex =
        CortexClient.builder().baseUrl(arguments[0]).apiKey("sandbox-key").build()) {
      Reading.readAll(cortex);
    }
  }

  /** In the log of classes, what follows this one was loaded for the page. */
  private static final class Reading {
    static void readAll(CortexClient cortex) {
      int count = 0;
      for (Run run : cortex.workflow("c", "work_2").runs()) {
        count += run.id().isEmpty() ? 0 : 1;
      }
      Done.print(count);
    }
  }

  /** What follows this one is not counted. */
  private static final class Done {
    static void print(int count) {
      System.out.println(count);
    }
  }
}
