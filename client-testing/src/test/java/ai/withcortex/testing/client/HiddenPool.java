package ai.withcortex.testing.client;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.CortexTransport;
import java.lang.reflect.Field;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The connections of a client that made its OkHttpClient itself, which only tests want to see. */
final class HiddenPool {
  private HiddenPool() {}

  static ConnectionPool of(CortexClient client) throws ReflectiveOperationException {
    Object transport = read(CortexClient.class, "transport", client);
    return ((OkHttpClient) read(CortexTransport.class, "client", transport)).connectionPool();
  }

  private static Object read(Class<?> type, String name, Object object)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
