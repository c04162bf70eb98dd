package ai.withcortex.testing.client.starting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What the server does with the start of one workflow, and what it has seen of it. */
final class PlannedStart {
  /** What becomes of the connection after the answer. */
  enum Ending {
    KEEP,
    CLOSE,
    RESET,
    /** The client has to give up. */
    HANG
  }

  final String workflow;
  final StartFault fault;

  /** The place in the answer at which it is cut off, if the fault says so, from 0 to 1. */
  final double place;

  /** Runs when the start has arrived and is about to be left without an answer. */
  final Runnable onHang;

  private final CountDownLatch handled = new CountDownLatch(1);

  /** The keys of the starts that arrived. */
  final List<String> arrivals = new ArrayList<>();

  /** The number of runs that exist. */
  private int created;

  PlannedStart(String workflow, StartFault fault, double place, Runnable onHang) {
    this.workflow = workflow;
    this.fault = fault;
    this.place = place;
    this.onHang = onHang;
  }

  String runId() {
    return "run_of_" + workflow;
  }

  synchronized int arrive(String key) {
    arrivals.add(key);
    return arrivals.size();
  }

  synchronized void create() {
    created++;
  }

  /** The server does nothing else about the start after this. */
  void handled() {
    handled.countDown();
  }

  CountDownLatch whenHandled() {
    return handled;
  }

  synchronized int created() {
    return created;
  }

  synchronized List<String> arrivals() {
    return List.copyOf(arrivals);
  }
}
