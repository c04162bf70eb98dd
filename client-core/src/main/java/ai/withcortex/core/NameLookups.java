package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Looks up names on threads of the transport's, since a lookup can be neither canceled nor
 * interrupted: the call gives it up as soon as it is canceled, which its time limit does too.
 */
final class NameLookups implements Dns {
  private static final long TICK_MILLIS = 40;

  /** The call that the thread carries; OkHttp looks names up on that thread. */
  private static final ThreadLocal<Call> CARRIED = new ThreadLocal<>();

  private final Dns dns;
  private final ExecutorService threads;

  private NameLookups(Dns dns, ExecutorService threads) {
    this.dns = dns;
    this.threads = threads;
  }

  static void boundIn(OkHttpClient.Builder client, Dns dns, ExecutorService threads) {
    client.dns(new NameLookups(dns, threads)).addInterceptor(NameLookups::carry);
  }

  private static Response carry(Interceptor.Chain chain) throws IOException {
    CARRIED.set(chain.call());
    try {
      return chain.proceed(chain.request());
    } finally {
      CARRIED.remove();
    }
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    Call call = CARRIED.get();
    Future<List<InetAddress>> lookup = threads.submit(() -> dns.lookup(hostname));
    try {
      List<InetAddress> found = await(lookup);
      while (found == null) {
        if (call != null && call.isCanceled()) {
          throw new UnknownHostException("the lookup of " + hostname + " was canceled");
        }
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

  /** Null if it takes longer than a tick. */
  private static @Nullable List<InetAddress> await(Future<List<InetAddress>> lookup)
      throws InterruptedException, ExecutionException {
    try {
      return lookup.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    }
  }

  /** What the lookup threw, with the frames of the caller as well. */
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

  /** Equal where the user's are, so that clients of one pool share connections. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NameLookups && dns.equals(((NameLookups) other).dns);
  }

  @Override
  public int hashCode() {
    return dns.hashCode();
  }
}
