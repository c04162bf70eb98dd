package ai.withcortex.benchmarks.okhttpgson;

import ai.withcortex.benchmarks.okhttpgson.client.ApiException;
import ai.withcortex.benchmarks.okhttpgson.model.Run;

/** Prints the ID of the first run. The arguments are the base URL and the API key of the server. */
public final class FirstRun {
  public static void main(String[] arguments) throws ApiException {
    for (Run run : new Listing(arguments[0], arguments[1]).page(1)) {
      System.out.println(run.getId());
      break;
    }
  }

  private FirstRun() {}
}
