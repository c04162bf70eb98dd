package ai.withcortex.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the most recent requests: enough for any test, but few enough for a long-running sandbox.
 */
final class RequestLog {
  static final int GREATEST_SIZE = 10_000;

  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

  synchronized void add(ReceivedRequest request) {
    if (requests.size() == GREATEST_SIZE) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  synchronized List<ReceivedRequest> requests() {
    return Collections.unmodifiableList(new ArrayList<>(requests));
  }

  synchronized void clear() {
    requests.clear();
  }
}
