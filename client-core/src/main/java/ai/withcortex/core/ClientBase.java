package ai.withcortex.core;

import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The client that a transport builds on: the user's with what was asked for, or a new one. */
final class ClientBase {
  static OkHttpClient.Builder of(CortexConfiguration configuration) {
    OkHttpClient users = configuration.okHttpClient();
    if (users != null) {
      OkHttpClient.Builder builder = users.newBuilder();
      configuration.timeouts().setAsked(users, builder);
      return builder;
    }
    // OkHttp's own threads would keep a program alive for a minute after its last call.
    Dispatcher dispatcher = new Dispatcher(DaemonThreads.pool("cortex-http", new AbortPolicy()));
    // All calls go to one host.
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    OkHttpClient.Builder builder = new OkHttpClient.Builder().dispatcher(dispatcher);
    configuration.timeouts().setAll(builder);
    return builder;
  }

  private ClientBase() {}
}
