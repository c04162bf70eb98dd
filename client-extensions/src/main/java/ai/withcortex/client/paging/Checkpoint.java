package ai.withcortex.client.paging;

import ai.withcortex.client.internal.SavedText;
import ai.withcortex.client.internal.paging.RecentItems;
import ai.withcortex.client.internal.paging.WalkState;
import java.io.EOFException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A point in a walk from which you can resume, even in a different process and after the list has
 * changed.
 *
 * <pre>{@code
 * WalkOptions options = WalkOptions.builder().checkpoint(Checkpoint.of(saved)).build();
 * }</pre>
 *
 * <p>Save each item together with the {@link Walk#checkpoint} in one transaction. If you resume
 * from that checkpoint after a crash, you get every other item that stays in the list, and no item
 * twice. A resumed walk finds its position by looking for the last {@value #GREATEST_DELETION}
 * items before the checkpoint. If all of them have been deleted, the walk fails with a {@link
 * ai.withcortex.core.error.PagingContractException}.
 *
 * <p>The text is 150 to 5,000 characters long. It contains numbers and hashes, but no secrets or
 * payloads. Immutable.
 */
public final class Checkpoint {
  /**
   * The number of items before a checkpoint that mark its position. If all of them are deleted, a
   * walk cannot resume.
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
   * @throws IllegalArgumentException if the text is not a checkpoint, is damaged, or has a
   *     different version
   */
  public static Checkpoint of(String text) {
    Checkpoint checkpoint = new Checkpoint(FORM.read(text));
    if (!checkpoint.state().isPossible()) {
      throw FORM.damaged(text);
    }
    return checkpoint;
  }

  /** Returns the saved state of the walk as a new, mutable instance. */
  WalkState state() {
    try {
      return WalkState.of(content);
    } catch (EOFException e) {
      throw FORM.damaged(text());
    }
  }

  /** Returns the text form of this checkpoint, which {@link #of} parses. */
  public String text() {
    return FORM.write(content);
  }

  /** Returns the number of items delivered up to this point. */
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
