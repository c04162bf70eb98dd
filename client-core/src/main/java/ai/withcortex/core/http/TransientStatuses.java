package ai.withcortex.core.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Determines whether the same request may succeed later, according to its status. */
public final class TransientStatuses {
  /**
   * The statuses of HTTP that pass, and those of gateways: 520 to 524 and 530 come from Cloudflare,
   * 529 is an overloaded service. Not 525 and 526, which are about certificates.
   */
  public static final Set<Integer> DEFAULT =
      Collections.unmodifiableSet(
          new TreeSet<>(
              Arrays.asList(
                  408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530)));

  /**
   * Returns whether a response is transient. A 403 that asks the client to wait limits its rate,
   * and counts as a 429.
   *
   * @param statuses the transient statuses
   */
  public static boolean include(Set<Integer> statuses, int status, boolean asksToWait) {
    return statuses.contains(status) || (status == 403 && asksToWait && statuses.contains(429));
  }

  private TransientStatuses() {}
}
