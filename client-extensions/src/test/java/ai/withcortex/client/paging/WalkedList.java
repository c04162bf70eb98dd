package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The list of a hostile server as its walks read it.
 *
 * @param id returns the name of an item in the list of the server
 * @param answers the answers to requests that do not block
 * @param end what to do after the walks
 */
record WalkedList<T>(
    HostileServer server,
    PagedIterable<T> list,
    Function<T, String> id,
    LateAnswers answers,
    Runnable end)
    implements AutoCloseable {
  /** Returns the list of a server without a client. */
  static WalkedList<String> of(HostileServer server) {
    LateAnswers answers = new LateAnswers();
    PagedIterable<String> list =
        PagedIterables.of(new LatePages(server, answers), server.queryPage(), server.take());
    return new WalkedList<>(server, list, item -> item, answers, () -> {});
  }

  @Override
  public void close() {
    end.run();
  }

  private record LatePages(HostileServer server, LateAnswers answers)
      implements TestSource<String> {
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
      answers.execute(
          () -> {
            try {
              answer.complete(page(request.number(), request.take()));
            } catch (RuntimeException e) {
              answer.completeExceptionally(e);
            }
          });
      return answer;
    }
  }
}
