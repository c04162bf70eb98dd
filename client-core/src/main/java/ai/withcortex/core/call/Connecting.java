package ai.withcortex.core.call;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes name lookups and connection attempts notice that their call was canceled, including by a
 * timeout. OkHttp looks up names and connects on the thread that runs the call.
 *
 * <p>A lookup can be neither canceled nor interrupted, so it runs on one of the transport's
 * threads. OkHttp 4 misses a cancellation between creating a socket and storing it
 * (RealConnection.connectSocket), and OkHttp 5 misses one between connecting and the TLS handshake
 * (ConnectPlan). Both would then wait until their timeouts expire. A user's own socket factory is
 * not changed.
 */
public final class Connecting implements Dns {
  private static final long TICK_MILLIS = 20;

  /** The call that is running on the current thread. */
  private static final ThreadLocal<@Nullable Call> CARRIED = new ThreadLocal<>();

  private final Dns dns;
  private final ExecutorService threads;

  private Connecting(Dns dns, ExecutorService threads) {
    this.dns = dns;
    this.threads = threads;
  }

  /**
   * Makes cancellations end the name lookups and connection attempts of a client.
   *
   * @param users the user's client that the builder is based on; null if there is none
   * @param threads runs the lookups
   */
  public static void heedCancelsIn(
      OkHttpClient.Builder client, @Nullable OkHttpClient users, ExecutorService threads) {
    client.dns(new Connecting(users == null ? Dns.SYSTEM : users.dns(), threads));
    if (users == null || users.socketFactory().equals(SocketFactory.getDefault())) {
      client.socketFactory(new Sockets());
    }
  }

  /** Proceeds with a request, and records its call as the one that is running on this thread. */
  static Response carry(Interceptor.Chain chain, Request request) throws IOException {
    Call outer = CARRIED.get();
    CARRIED.set(chain.call());
    try {
      return chain.proceed(request);
    } finally {
      CARRIED.set(outer);
    }
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    Call call = CARRIED.get();
    Future<List<InetAddress>> lookup =
        threads.submit(
            () -> {
              // Once the transport is closed, its calls are canceled, and this task runs on their
              // threads.
              requireWanted(call, hostname);
              return requireNonNull(dns.lookup(hostname), "the Dns returned null");
            });
    try {
      List<InetAddress> found = await(lookup);
      while (found == null) {
        requireWanted(call, hostname);
        found = await(lookup);
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("the lookup of " + hostname + " was interrupted", e);
    } catch (ExecutionException e) {
      throw thrownBy(e);
    } finally {
      lookup.cancel(true);
    }
  }

  private static void requireWanted(@Nullable Call call, String hostname)
      throws UnknownHostException {
    if (call != null && call.isCanceled()) {
      throw new UnknownHostException("the lookup of " + hostname + " was canceled");
    }
  }

  /** Returns null if the lookup takes longer than a tick. */
  private static @Nullable List<InetAddress> await(Future<List<InetAddress>> lookup)
      throws InterruptedException, ExecutionException {
    try {
      return lookup.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    }
  }

  /** Returns the failure of the lookup, including the caller's stack frames. */
  private static UnknownHostException thrownBy(ExecutionException e) {
    Throwable thrown = requireNonNull(e.getCause(), "no cause");
    if (thrown instanceof RuntimeException) {
      throw (RuntimeException) thrown;
    }
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return failure(String.valueOf(thrown.getMessage()), thrown);
  }

  private static UnknownHostException failure(String message, Throwable cause) {
    UnknownHostException failure = new UnknownHostException(message);
    failure.initCause(cause);
    return failure;
  }

  /** Compares the wrapped lookups, so that clients with the same pool share connections. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Connecting && dns.equals(((Connecting) other).dns);
  }

  @Override
  public int hashCode() {
    return dns.hashCode();
  }

  /** Creates the platform's sockets, which refuse to work for a canceled call. */
  private static final class Sockets extends SocketFactory {
    private final SocketFactory sockets = SocketFactory.getDefault();

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          requireWanted();
          super.connect(endpoint, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
          return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
              requireWanted();
              return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
              requireWanted();
              return super.read(bytes, offset, length);
            }
          };
        }
      };
    }

    private static void requireWanted() throws SocketException {
      Call call = CARRIED.get();
      if (call != null && call.isCanceled()) {
        throw new SocketException("Canceled");
      }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return sockets.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return sockets.createSocket(host, port, from, fromPort);
    }
  }
}
