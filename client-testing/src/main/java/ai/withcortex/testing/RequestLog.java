package ai.withcortex.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Remembers the last requests: enough for every test, few enough for a sandbox that runs long. */
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
