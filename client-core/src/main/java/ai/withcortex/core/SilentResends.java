package ai.withcortex.core;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Holds what OkHttp sends again by itself within a budget.
 *
 * <p>When a connection from the pool breaks before the answer, OkHttp takes another one, within the
 * same attempt. That helps against connections that the server had closed, which are few; but a
 * server that resets connections instead of answering would get up to twice the requests.
 */
final class SilentResends {
  private final RetryBudget budget = new RetryBudget();

  static void limitIn(OkHttpClient.Builder client) {
    SilentResends resends = new SilentResends();
    client.networkInterceptors().add(0, resends::send);
    client.addInterceptor(SilentResends::begin);
  }

  /** Once per attempt, behind the interceptor that tags the request. */
  private static Response begin(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (RefusedException e) {
      throw e.failure;
    }
  }

  /** Once for each time that the request is sent, redirects included. */
  private Response send(Interceptor.Chain chain) throws IOException {
    SentRequest sent = SentRequest.of(chain.request());
    if (sent == null) {
      return chain.proceed(chain.request());
    }
    IOException before = sent.failure;
    if (before != null && !budget.take()) {
      throw new RefusedException(before);
    }
    try {
      Response response = chain.proceed(chain.request());
      sent.failure = null;
      if (response.isSuccessful()) {
        budget.giveBack();
      }
      return response;
    } catch (IOException e) {
      sent.failure = e;
      throw e;
    }
  }

  /** Of a kind that OkHttp does not recover from. */
  private static final class RefusedException extends ProtocolException {
    private static final long serialVersionUID = 1;

    private final IOException failure;

    RefusedException(IOException failure) {
      super("not sent again");
      this.failure = failure;
    }
  }
}
