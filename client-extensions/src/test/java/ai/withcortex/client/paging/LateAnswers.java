package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A server that answers the requests on their way in any order. */
final class LateAnswers implements TestSource<String> {
  private final TestSource<String> server;
  private final RandomGenerator random;
  private final List<Runnable> open = new ArrayList<>();

  LateAnswers(TestSource<String> server, RandomGenerator random) {
    this.server = server;
    this.random = random;
  }

  @Override
  public Page<String> page(int number, int take) {
    return server.page(number, take);
  }

  @Override
  public @Nullable PageNumbers numbers() {
    return server.numbers();
  }

  @Override
  public CompletableFuture<Page<String>> fetchAsync(PageRequest request) {
    CompletableFuture<Page<String>> answer = new CompletableFuture<>();
    open.add(
        () -> {
          try {
            answer.complete(page(request.number(), request.take()));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Answers one of the requests, be it canceled. */
  void answerAny() {
    open.remove(random.nextInt(open.size())).run();
  }
}
