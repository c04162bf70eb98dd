package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Answers requests at once, or those on their way in any order. Not thread-safe. */
final class LateAnswers extends AbstractExecutorService {
  private final List<Runnable> open = new ArrayList<>();
  private boolean areLate;

  /** Requests wait for {@link #answerAny} from now on. */
  void begin() {
    areLate = true;
  }

  /** Forgets what is on its way, and answers later requests at once. */
  void end() {
    areLate = false;
    open.clear();
  }

  /** Answers one of the requests, be it canceled. */
  void answerAny(RandomGenerator random) {
    open.remove(random.nextInt(open.size())).run();
  }

  @Override
  public void execute(Runnable answer) {
    if (areLate) {
      open.add(answer);
    } else {
      answer.run();
    }
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public void shutdown() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }
}
