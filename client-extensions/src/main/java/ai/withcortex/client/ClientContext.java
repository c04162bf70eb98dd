package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.internal.awaiting.Awaits;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.CortexTransport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all handles of a client share. */
final class ClientContext {
  final CortexTransport transport;
  final OpenWaits waits = new OpenWaits();

  private final Map<String, PageNumbers> numbers = new ConcurrentHashMap<>();

  /** Created when it is first needed, because most programs need none of its classes. */
  private @Nullable Awaits awaits;

  ClientContext(CortexTransport transport) {
    this.transport = transport;
  }

  /**
   * Returns what is known about the page numbers of the lists of a kind, such as {@code runs}.
   *
   * <p>Each kind has its own, because its lists come from their own endpoint, and it is documented
   * for none of them whether the first page is 0 or 1. If another endpoint counted differently, a
   * shared number would count as proven, and walks would miss the items of page 0 without noticing.
   * A number of its own costs one request per kind and client.
   */
  PageNumbers numbers(String kind) {
    return numbers.computeIfAbsent(kind, any -> PageNumbers.unknown());
  }

  synchronized Awaits awaits() {
    Awaits known = awaits;
    if (known == null) {
      known = new Awaits(waits);
      awaits = known;
    }
    return known;
  }

  /** Requires an ID that can be a part of a path. */
  static String requireId(String id, String name) {
    requireNonNull(id, name + " == null");
    if (isBlank(id) || id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException(
          "Expected an ID for " + name + ", found '" + id + "'; copy it from the Cortex app");
    }
    return id;
  }

  /** Refuses a request for an event stream, which is no JSON. */
  static void requireJson(@Nullable Boolean stream) {
    if (Boolean.TRUE.equals(stream)) {
      throw new IllegalArgumentException(
          "Expected stream to be false or not set, found true; this method reads JSON, not an event"
              + " stream");
    }
  }

  /** Returns the limits of a start, which is only answered at its end if not in the background. */
  static CallLimits limitsOfStart(@Nullable Boolean background) {
    return Boolean.FALSE.equals(background) ? CallLimits.NONE.onlyTotal() : CallLimits.NONE;
  }

  private static boolean isBlank(String id) {
    return id.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
