package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.error.AuthenticationException;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.testing.CortexSandbox;

/**
 * Uses an invalid API key, a missing workflow, and an unreachable server, and prints what went
 * wrong.
 */
public final class HandleErrors {
  private HandleErrors() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      tellProblem(sandbox.baseUrl(), "wrong-key", "work_1");
      tellProblem(sandbox.baseUrl(), sandbox.apiKey(), "no-such-workflow");
      tellProblem("http://127.0.0.1:1", sandbox.apiKey(), "work_1");
    }
  }

  private static void tellProblem(String baseUrl, String key, String workflowId) {
    try (CortexClient cortex = CortexClient.builder().apiKey(key).baseUrl(baseUrl).build()) {
      cortex.workflow("app_1", workflowId).runs().iterator().next();
    } catch (AuthenticationException e) {
      System.out.println("Check the API key: " + e.getMessage());
    } catch (NotFoundException e) {
      System.out.println("Check the IDs: " + e.getMessage());
    } catch (CortexApiException e) {
      System.out.println("The API answered with " + e.status() + ": " + e.getMessage());
    } catch (CortexException e) {
      System.out.println("No answer: " + e.getMessage());
    }
  }
}
