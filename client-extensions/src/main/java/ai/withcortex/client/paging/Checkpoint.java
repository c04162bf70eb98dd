package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A point in a walk to resume from, even in another process and after the list has changed.
 *
 * <pre>{@code
 * WalkOptions options = WalkOptions.builder().checkpoint(Checkpoint.of(saved)).build();
 * }</pre>
 *
 * <p>Save each item together with {@link Walk#checkpoint} in one transaction. If you resume from
 * there after a crash, you get every other item that is in the list all the time, and none twice. A
 * resumed walk finds its place by the last {@value #GREATEST_DELETION} items before it. If all of
 * them are deleted, the walk ends in a {@link ai.withcortex.core.error.PagingContractException}.
 *
 * <p>The text has 150 to 5,000 characters. It contains numbers and hashes, but no secrets and no
 * payload. Immutable.
 */
public final class Checkpoint {
  /**
   * How many items before a checkpoint mark its position; if all are deleted, a walk cannot resume.
   */
  public static final int GREATEST_DELETION = Tail.MOST;

  private static final String VERSION = "cortex-walk-1:";
  private static final int CHECK_BYTES = 8;

  private final ByteString content;

  Checkpoint(ByteString content) {
    this.content = content;
  }

  /**
   * Parses the text of a checkpoint.
   *
   * @throws IllegalArgumentException if it is not a checkpoint, is damaged, or has another version
   */
  public static Checkpoint of(String text) {
    requireNonNull(text, "text == null");
    if (!text.startsWith(VERSION)) {
      String start = text.substring(0, Math.min(text.length(), VERSION.length()));
      throw new IllegalArgumentException(
          String.format(
              "Expected a checkpoint, which begins with %s, found %s; begin the walk anew",
              VERSION, start.startsWith("cortex-walk-") ? start : "another text"));
    }
    ByteString bytes = ByteString.decodeBase64(text.substring(VERSION.length()));
    int size = bytes == null ? -1 : bytes.size() - CHECK_BYTES;
    if (bytes == null
        || size < 0
        || !bytes.substring(size).equals(check(bytes.substring(0, size)))) {
      throw damaged(text);
    }
    Checkpoint checkpoint = new Checkpoint(bytes.substring(0, size));
    WalkState unused = checkpoint.state();
    return checkpoint;
  }

  /** Returns the saved state of the walk, as a new instance that may be changed. */
  WalkState state() {
    try {
      return WalkState.of(content);
    } catch (EOFException e) {
      throw damaged(text());
    }
  }

  private static IllegalArgumentException damaged(String text) {
    return new IllegalArgumentException(
        String.format(
            "The checkpoint of %d characters is damaged; pass the text as Checkpoint.text() gave it,"
                + " or begin the walk anew",
            text.length()));
  }

  private static ByteString check(ByteString content) {
    return content.sha256().substring(0, CHECK_BYTES);
  }

  /** Returns the text that {@link #of} reads. */
  public String text() {
    Buffer bytes = new Buffer().write(content).write(check(content));
    return VERSION + bytes.readByteString().base64Url();
  }

  /** Returns how many items were delivered up to this point. */
  public long delivered() {
    return state().delivered;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Checkpoint && ((Checkpoint) other).content.equals(content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return "Checkpoint{delivered=" + delivered() + "}";
  }
}
