package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A place in a walk to go on from, also in another process and after the list has changed.
 *
 * <pre>{@code
 * WalkOptions options = WalkOptions.builder().checkpoint(Checkpoint.of(saved)).build();
 * }</pre>
 *
 * <p>Whoever saves an item together with {@link Walk#checkpoint} in one step and resumes from there
 * after a crash gets every other item that is in the list all the time, and none twice. It is found
 * again by the last {@value #GREATEST_DELETION} items before it: if all of them are deleted, a walk
 * that resumes ends in a {@link ai.withcortex.core.PagingContractException}.
 *
 * <p>Its text has 150 to 5,000 characters and holds numbers and hashes, no secret and no payload.
 * Immutable.
 */
public final class Checkpoint {
  /** How many items before a checkpoint may be deleted at once and leave nothing to find. */
  public static final int GREATEST_DELETION = Tail.MOST;

  private static final String VERSION = "cortex-walk-1:";
  private static final int CHECK_BYTES = 8;

  private final ByteString content;

  Checkpoint(ByteString content) {
    this.content = content;
  }

  /**
   * Reads the text of a checkpoint.
   *
   * @throws IllegalArgumentException if it is none, was damaged, or is of another version
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

  /** What the walk was like, in an instance of its own to go on with. */
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

  /** What {@link #of} reads. */
  public String text() {
    Buffer bytes = new Buffer().write(content).write(check(content));
    return VERSION + bytes.readByteString().base64Url();
  }

  /** How many items were delivered up to here. */
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
