package ai.withcortex.core;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.call.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.SocketFactory;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What the options of a row of the fault matrix change: a method, a limit in milliseconds, bytes or
 * levels, a key, the statuses to retry, or something about the network.
 */
final class FaultSetup implements AutoCloseable {
  private final CortexConfiguration.Builder configuration;
  private final FakeTime time;
  private final Socket silent = new Socket();
  private final ExecutorService threads = DaemonThreads.pool("cortex-http", new AbortPolicy());
  private @Nullable OkHttpClient client;

  /** The call's own settings. */
  CallLimits limits = CallLimits.NONE;

  private Function<ThingsApi, Call<?>> call = api -> api.listFrom("canary-payload");

  /** Sets what the row says, and else the usual. */
  FaultSetup(
      FaultRow row,
      CortexConfiguration.Builder configuration,
      @Nullable OkHttpClient users,
      FakeTime time)
      throws IOException {
    this.configuration = configuration;
    this.time = time;
    client = users;
    for (String option : row.options()) {
      set(option.split(" "));
    }
    if (client != null) {
      configuration.okHttpClient(client);
    }
  }

  Call<?> call(CortexTransport transport) {
    return call.apply(transport.api(ThingsApi.class));
  }

  @Override
  public void close() throws IOException {
    threads.shutdown();
    silent.close();
  }

  private void set(String[] option) throws IOException {
    switch (option[0]) {
      case "HEAD" -> call = ThingsApi::look;
      case "OPTIONS" -> call = ThingsApi::options;
      case "DELETE" -> call = ThingsApi::deleteAll;
      case "POST", "PUT", "PATCH" -> call = withBody(option);
      case "name" -> {
        configuration.baseUrl(url().replace("127.0.0.1", option[1])).allowPlainHttp();
        client = client().dns(host -> List.of(InetAddress.getLoopbackAddress())).build();
      }
      case "statuses" ->
          configuration.retryPolicy(
              RetryPolicy.builder()
                  .retriedStatuses(Arrays.stream(option).skip(1).map(Integer::valueOf).toList())
                  .build());
      case "okhttp" -> {
        // Decides whether there is this row at all.
      }
      case "key" -> configuration.credentials(supplier(option[1]));
      case "own" ->
          limits =
              limits.credentials(
                  option[1].equals("fixed")
                      ? Credentials.of(TestServer.KEY)
                      : Credentials.from(supplier(option[1])));
      case "host" -> {
        // A host that is no name is not looked up.
        configuration.baseUrl("http://localhost:1");
        client = client().dns(FaultSetup::unknown).build();
      }
      case "port" -> configuration.baseUrl(closedPort());
      case "scheme" -> configuration.baseUrl(url().replace("http:", option[1] + ":"));
      case "proxy" -> {
        HttpUrl server = HttpUrl.get(url());
        // Only the proxy would look up this name.
        configuration.baseUrl("https://api.example:443");
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        client = client().proxy(new Proxy(Proxy.Type.HTTP, address)).build();
      }
      case "connect" -> client = client().socketFactory(new NeverConnecting()).build();
      default -> limit(option[0], Integer.parseInt(option[1]));
    }
  }

  private void limit(String option, int value) {
    Duration duration = Duration.ofMillis(value);
    switch (option) {
      case "body" -> configuration.bodyLimit(value);
      case "nesting" -> configuration.nestingLimit(value);
      case "read" -> configuration.readTimeout(duration);
      case "write" -> configuration.writeTimeout(duration);
      case "attempt" -> configuration.attemptTimeout(duration);
      case "total" -> {
        time.total = duration;
        configuration.totalTimeout(duration);
      }
      default -> throw new IllegalArgumentException("no such option: " + option);
    }
  }

  /** The URL of the server. */
  private String url() {
    return configuration.build().baseUrl();
  }

  private OkHttpClient.Builder client() {
    return client == null
        ? new OkHttpClient.Builder().dispatcher(new Dispatcher(threads))
        : client.newBuilder();
  }

  private static Function<ThingsApi, Call<?>> withBody(String[] option) {
    Thing thing = new Thing();
    thing.id = option.length == 1 ? "canary-payload" : "x".repeat(30_000_000);
    return switch (option[0]) {
      case "POST" -> api -> api.create(thing);
      case "PUT" -> api -> api.replace(thing);
      default -> api -> api.change(thing);
    };
  }

  private static CredentialsSupplier supplier(String kind) {
    AtomicInteger asked = new AtomicInteger();
    return switch (kind) {
      case "changing" -> () -> TestServer.KEY + "-" + asked.incrementAndGet();
      case "empty" -> () -> "";
      default ->
          () -> {
            throw new IllegalStateException("the vault says");
          };
    };
  }

  private static List<InetAddress> unknown(String host) throws UnknownHostException {
    throw new UnknownHostException("nobody knows " + host);
  }

  /** A port that is taken, so that nobody else listens there, and refuses connections. */
  private String closedPort() throws IOException {
    silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return "http://127.0.0.1:" + silent.getLocalPort();
  }

  private static final class NeverConnecting extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          throw new SocketTimeoutException("Connect timed out");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
      throw new AssertionError();
    }
  }
}
