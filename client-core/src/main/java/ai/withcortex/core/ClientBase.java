package ai.withcortex.core;

import java.util.Collections;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The client that a transport builds on: the user's with what was asked for, or a new one. */
final class ClientBase {
  /** As many as OkHttp has asynchronous calls on their way at once. */
  private static final int IDLE_CONNECTIONS = 64;

  static OkHttpClient.Builder of(CortexConfiguration configuration) {
    OkHttpClient users = configuration.okHttpClient();
    if (users != null) {
      OkHttpClient.Builder builder = users.newBuilder();
      configuration.timeouts().setIn(builder, users);
      return builder;
    }
    // OkHttp's own threads would keep a program alive for a minute after its last call.
    Dispatcher dispatcher = new Dispatcher(DaemonThreads.pool("cortex-http", new AbortPolicy()));
    // All calls go to one host.
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    // OkHttp keeps 5, so that most calls of many threads would begin with connecting.
    ConnectionPool connections = new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().dispatcher(dispatcher).connectionPool(connections);
    if (!BaseUrlRule.toRoot(configuration.baseUrl()).isHttps()) {
      // Nothing leads from http to https, and OkHttp would read all certificates that are trusted.
      builder.connectionSpecs(Collections.singletonList(ConnectionSpec.CLEARTEXT));
    }
    configuration.timeouts().setIn(builder, null);
    return builder;
  }

  private ClientBase() {}
}
