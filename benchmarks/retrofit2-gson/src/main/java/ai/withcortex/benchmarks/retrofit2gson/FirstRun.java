package ai.withcortex.benchmarks.retrofit2gson;

import ai.withcortex.benchmarks.retrofit2gson.model.Run;
import java.io.IOException;

/** Prints the ID of the first run. The arguments are the base URL and the API key of the server. */
public final class FirstRun {
  public static void main(String[] arguments) throws IOException {
    for (Run run : new Listing(arguments[0], arguments[1]).page(1)) {
      System.out.println(run.getId());
      break;
    }
  }

  private FirstRun() {}
}
