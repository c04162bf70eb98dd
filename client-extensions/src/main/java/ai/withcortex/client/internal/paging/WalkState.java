package ai.withcortex.client.internal.paging;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The delivered items and observations of a walk, including those from before it was resumed. */
public final class WalkState {
  /** A hash of the query. */
  public final long query;

  /** Whether windows overlap, so that the walk can prove that no item is missing. */
  public boolean isExact;

  /**
   * Items that have been or are about to be delivered. Of the items delivered before the walk was
   * resumed, only the last ones are included.
   */
  final IdentitySet known = new IdentitySet();

  public final RecentItems recent = new RecentItems();
  public long delivered;
  public long faulted;
  public long duplicates;

  /** The number of responses that showed that the list had changed. */
  public long drift;

  /** The number of items before the next one, as far as the walk knows. */
  long position;

  /** The number of requests sent before the walk was resumed, excluding retries. */
  public long earlierRequests;

  /** The number of retries sent before the walk was resumed. */
  public long earlierRetries;

  public @Nullable Long countAtStart;
  public @Nullable Long countAtEnd;

  /** The number of the first page of the server's lists if it is proven, or else 0. */
  public int firstPage;

  /** The presumed number of the first page of the list, as saved by the strategy. */
  int base;

  boolean isBaseProven;

  /**
   * Whether it was concluded from the items of page 1 which page is the first. If this is not
   * proven either, the walk started with the first item of the list, on page 0 or page 1.
   */
  boolean isBaseGuessed;

  /** The first item of the walk, or null if it is not known or not needed. */
  @Nullable Identity first;

  /**
   * Whether the walk started in the middle of the list; without overlaps, whether the number of
   * items before the position is a guess.
   */
  boolean isElsewhere;

  /** Whether pages are read one after the other, possibly as a last resort. */
  boolean isPlain;

  /** Whether this is a second pass from page 0, which cannot be resumed. */
  boolean isSecondPass;

  /** The largest take that the server honors. */
  int take;

  /** The size of the longest page so far. */
  int longest;

  /** The reason why completeness cannot be proven, or null if there is none. */
  @Nullable String unprovable;

  /** Whether the server tells other page numbers than it honors. */
  boolean hasOtherNumbers;

  public WalkState(long query, boolean isExact) {
    this.query = query;
    this.isExact = isExact;
  }

  /**
   * Returns the number that a response tells, or the requested one if the server tells others than
   * it honors: no server sends a page after the one asked for, or before the first one.
   */
  public int numberOf(Window asked, int told) {
    hasOtherNumbers |= asked.number > 0 && told > asked.number;
    hasOtherNumbers |= asked.number >= firstPage && told < firstPage;
    return hasOtherNumbers ? asked.number : told;
  }

  void count(PageContent<?> answer) {
    Long count = answer.count;
    if (count == null) {
      return;
    }
    if (countAtStart == null) {
      countAtStart = count;
    } else if (!count.equals(countAtEnd)) {
      drift++;
    }
    countAtEnd = count;
  }

  /** Adds an item to the given list if it is not known yet. */
  <T> void take(PageItem<T> item, List<PageItem<T>> fresh) {
    if (known.add(item.identity)) {
      fresh.add(item);
    } else {
      duplicates++;
    }
  }

  /** Adds items to the set and returns those that are not known yet. */
  <T> List<PageItem<T>> take(List<PageItem<T>> items, IdentitySet seen) {
    List<PageItem<T>> fresh = new ArrayList<>();
    for (PageItem<T> item : items) {
      take(item, fresh);
      seen.add(item.identity);
    }
    return fresh;
  }

  /** Records that an item was delivered or, if it is unreadable, skipped. */
  public void pass(PageItem<?> item) {
    first = delivered + faulted == 0 ? item.identity : first;
    if (item.unread == null) {
      delivered++;
    } else {
      faulted++;
    }
    recent.append(item);
    position = item.position;
  }

  /**
   * Clears the values saved by a strategy and returns this state so that they can be saved again.
   */
  public WalkState cleared() {
    isBaseProven = isBaseGuessed = isElsewhere = isPlain = isSecondPass = false;
    base = take = longest = 0;
    return this;
  }

  /**
   * Returns the content of a checkpoint.
   *
   * @param unprovable the reason given by the strategy why completeness cannot be proven
   * @param requests the number of requests since the walk was resumed, excluding retries
   */
  public ByteString save(@Nullable String unprovable, long requests, long retries) {
    String reason = isExact ? unprovable : null;
    List<Identity> items = recent.saved();
    Buffer out = new Buffer();
    out.writeLong(query).writeInt(base).writeInt(take).writeInt(longest);
    writeFlags(out, !isExact, isBaseProven, isElsewhere, isPlain, isSecondPass);
    writeFlags(out, isBaseGuessed, recent.isWhole(), recent.isUncertain, hasOtherNumbers);
    out.writeLong(position).writeLong(delivered).writeLong(faulted).writeLong(duplicates);
    out.writeLong(drift).writeLong(earlierRequests + requests);
    out.writeLong(earlierRetries + retries);
    writeCount(out, countAtStart);
    writeCount(out, countAtEnd);
    ByteString text = ByteString.encodeUtf8(reason == null ? "" : reason);
    out.writeInt(text.size()).write(text).writeInt(recent.unseen.size()).writeInt(items.size());
    for (Identity item : items) {
      write(out, item);
    }
    if (first != null && !isBaseProven) {
      write(out, first);
    }
    return out.readByteString();
  }

  /**
   * Reads a state written by {@link #save}.
   *
   * @throws EOFException if data is missing
   */
  public static WalkState of(ByteString content) throws EOFException {
    Buffer in = new Buffer().write(content);
    WalkState state = new WalkState(in.readLong(), true);
    state.base = in.readInt();
    state.take = in.readInt();
    state.longest = in.readInt();
    state.isExact = !readFlag(in);
    state.isBaseProven = readFlag(in);
    state.isElsewhere = readFlag(in);
    state.isPlain = readFlag(in);
    state.isSecondPass = readFlag(in);
    state.isBaseGuessed = readFlag(in);
    boolean isWhole = readFlag(in);
    boolean isUncertain = readFlag(in);
    state.hasOtherNumbers = readFlag(in);
    state.position = in.readLong();
    state.delivered = in.readLong();
    state.faulted = in.readLong();
    state.duplicates = in.readLong();
    state.drift = in.readLong();
    state.earlierRequests = in.readLong();
    state.earlierRetries = in.readLong();
    state.countAtStart = readCount(in);
    state.countAtEnd = readCount(in);
    String reason = in.readUtf8(in.readInt());
    state.unprovable = reason.isEmpty() ? null : reason;
    int unseen = in.readInt();
    List<Identity> items = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      items.add(readIdentity(in));
    }
    state.first = in.exhausted() ? null : readIdentity(in);
    state.recent.restore(items, unseen, isWhole, isUncertain);
    items.forEach(state.known::add);
    return state;
  }

  /** Returns whether a walk can have saved this state. */
  public boolean isPossible() {
    return take > 0 || delivered + faulted == 0;
  }

  private static void write(Buffer out, Identity item) {
    out.writeLong(item.high).writeLong(item.low);
  }

  private static Identity readIdentity(Buffer in) throws EOFException {
    return new Identity(in.readLong(), in.readLong());
  }

  private static void writeFlags(Buffer out, boolean... flags) {
    for (boolean flag : flags) {
      out.writeByte(flag ? 1 : 0);
    }
  }

  private static boolean readFlag(Buffer in) throws EOFException {
    return in.readByte() != 0;
  }

  private static void writeCount(Buffer out, @Nullable Long count) {
    out.writeLong(count == null ? -1 : count);
  }

  private static @Nullable Long readCount(Buffer in) throws EOFException {
    long count = in.readLong();
    return count < 0 ? null : count;
  }
}
