package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds any number of connections on one thread: each gets a fixed answer to each request. */
final class HoldingServer implements AutoCloseable {
  /** How long nothing is read of a connection that is to fill up. */
  private static final long DEAF_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final byte[] answer;
  private final boolean isDeaf;
  private final Thread thread = new Thread(this::serve, "holding-server");
  private final ByteBuffer received = ByteBuffer.allocate(64 * 1024);
  private final Deque<Deaf> deaf = new ArrayDeque<>();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param answer the bytes that answer a request; empty for none
   * @param isDeaf whether requests are not read for a second
   */
  HoldingServer(String answer, boolean isDeaf) throws IOException {
    this.answer = answer.getBytes(ISO_8859_1);
    this.isDeaf = isDeaf;
    if (isDeaf) {
      server.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    }
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    thread.setDaemon(true);
    thread.start();
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** How many connections clients have not left. */
  int open() {
    return open.get();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    server.close();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(isDeaf ? 100 : 0);
        if (selector.isOpen()) {
          selector.selectedKeys().forEach(this::handle);
          selector.selectedKeys().clear();
          listenToDeaf();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        read(key, (SocketChannel) key.channel());
      }
    } catch (IOException e) {
      leave(key);
    }
  }

  private void accept() throws IOException {
    SocketChannel connection = server.accept();
    if (connection == null) {
      return;
    }
    open.incrementAndGet();
    connection.configureBlocking(false);
    SelectionKey key = connection.register(selector, isDeaf ? 0 : SelectionKey.OP_READ);
    if (isDeaf) {
      deaf.add(new Deaf(key, System.nanoTime()));
    }
  }

  private void read(SelectionKey key, SocketChannel connection) throws IOException {
    received.clear();
    if (connection.read(received) < 0) {
      leave(key);
    } else if (answer.length > 0) {
      connection.write(ByteBuffer.wrap(answer));
    }
  }

  private void leave(SelectionKey key) {
    key.cancel();
    open.decrementAndGet();
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listenToDeaf() {
    for (Deaf next = deaf.peek();
        next != null && System.nanoTime() - next.since > DEAF_NANOS;
        next = deaf.peek()) {
      deaf.remove();
      next.key.interestOps(SelectionKey.OP_READ);
    }
  }

  private record Deaf(SelectionKey key, long since) {}
}
