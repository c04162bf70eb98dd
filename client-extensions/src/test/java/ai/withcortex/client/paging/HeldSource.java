package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A server whose answers come when the test says so. */
final class HeldSource implements TestSource<Integer> {
  private final TestSource<Integer> server;

  /** What was asked for, in order, and is answered or not. */
  final List<CompletableFuture<Page<Integer>>> answers = new ArrayList<>();

  private final List<PageRequest> requests = new ArrayList<>();

  /** The requests that wait for their turn, by their index. */
  final Set<Integer> unsent = new HashSet<>();

  HeldSource(TestSource<Integer> server) {
    this.server = server;
  }

  @Override
  public Page<Integer> page(int number, int take) {
    return server.page(number, take);
  }

  @Override
  public synchronized CompletableFuture<Page<Integer>> fetchAsync(PageRequest request) {
    CompletableFuture<Page<Integer>> answer = new CompletableFuture<>();
    int index = requests.size();
    requests.add(request);
    request.countIf(() -> !unsent.contains(index));
    answers.add(answer);
    notifyAll();
    return answer;
  }

  /** Waits until so many requests were sent. */
  synchronized void await(int count) throws InterruptedException {
    while (answers.size() < count) {
      wait();
    }
  }

  /** Answers a request; a canceled one stays canceled. */
  void answer(int index) {
    PageRequest request = requests.get(index);
    answers.get(index).complete(page(request.number(), request.take()));
  }

  void fail(int index, RuntimeException failure) {
    answers.get(index).completeExceptionally(failure);
  }

  /** Sends a request again if the walk allows it. */
  boolean retry(int index) {
    return requests.get(index).mayRetry();
  }

  /** How many requests have no answer yet. */
  long open() {
    return answers.stream().filter(answer -> !answer.isDone()).count();
  }

  long canceled() {
    return answers.stream().filter(CompletableFuture::isCancelled).count();
  }
}
