package ai.withcortex.core.call;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server may have carried out the request of an attempt, attached to the request as a
 * tag.
 *
 * <p>Also holds back a request that must not be repeated once it may have arrived, no matter who
 * sends it again: OkHttp or a user's interceptor. Thread-safe.
 */
public final class Delivery {
  private final String method;
  private final boolean isRepeatable;
  private boolean isHeldBack;
  private boolean hasBegun;

  /** Whether the latest request may have arrived. */
  private boolean mayHaveArrived;

  /** Whether one before the latest may have arrived, such as the POST before a redirect. */
  private boolean mayHaveArrivedBefore;

  private volatile boolean isUnhurried;

  /**
   * Creates the state of a request that has not been sent yet.
   *
   * @param isRepeatable whether it does no harm to send the request more than once
   */
  public Delivery(String method, boolean isRepeatable) {
    this.method = method;
    this.isRepeatable = isRepeatable;
  }

  /** Returns the tag of a request, or null if the SDK did not create it. */
  public static @Nullable Delivery of(Request request) {
    return request.tag(Delivery.class);
  }

  /** Lets the response take as long as the call may. */
  void unhurried() {
    isUnhurried = true;
  }

  /** Returns whether no read timeout applies. */
  public boolean isUnhurried() {
    return isUnhurried;
  }

  /**
   * Records that a request is about to be sent. Returns false if it must not be sent.
   *
   * @param method the method of the request, which a redirect may have changed
   */
  synchronized boolean begin(String method) {
    boolean isRepetition = (mayHaveArrived || mayHaveArrivedBefore) && method.equals(this.method);
    if (isHeldBack || (isRepetition && !isRepeatable)) {
      return false;
    }
    mayHaveArrivedBefore |= mayHaveArrived;
    mayHaveArrived = true;
    hasBegun = true;
    return true;
  }

  /** Records that the server has certainly not carried out the latest request. */
  synchronized void refused() {
    mayHaveArrived = false;
  }

  /** Returns whether no byte of a request can have left. */
  synchronized boolean isUnsent() {
    return !hasBegun;
  }

  /**
   * Returns whether the server may have carried out a request. None is sent from now on, so the
   * answer stays true.
   */
  synchronized boolean settle() {
    isHeldBack = true;
    return mayHaveArrived || mayHaveArrivedBefore;
  }
}
