package ai.withcortex.client.paging;

import ai.withcortex.client.internal.SavedText;
import ai.withcortex.client.internal.paging.RecentItems;
import ai.withcortex.client.internal.paging.WalkState;
import java.io.EOFException;
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
  public static final int GREATEST_DELETION = RecentItems.MOST;

  private static final SavedText FORM = new SavedText("Checkpoint", "walk");

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
    Checkpoint checkpoint = new Checkpoint(FORM.read(text));
    WalkState unused = checkpoint.state();
    return checkpoint;
  }

  /** Returns the saved state of the walk, as a new instance that may be changed. */
  WalkState state() {
    try {
      return WalkState.of(content);
    } catch (EOFException e) {
      throw FORM.damaged(text());
    }
  }

  /** Returns the text that {@link #of} reads. */
  public String text() {
    return FORM.write(content);
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
