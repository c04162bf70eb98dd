package ai.withcortex.client.paging;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The delivered items and the observations of a walk, including those before it was resumed. */
final class WalkState {
  /** A hash of the listed query. */
  final long query;

  final WalkMode mode;

  /**
   * Items that were or are about to be delivered; of those before a resumption, only the last ones.
   */
  final IdentitySet known = new IdentitySet();

  final Tail tail = new Tail();
  long delivered;
  long faulted;
  long duplicates;

  /** How many answers showed that the list had changed. */
  long drift;

  /** How many items come before the next one, as far as the walk knows. */
  long position;

  /** Requests and retries before the walk was resumed. */
  long earlierRequests;

  long earlierRetries;
  @Nullable Long countAtStart;
  @Nullable Long countAtEnd;

  /** Saved by the plan: the presumed number of the page that starts the list. */
  int base;

  boolean isBaseProven;

  /** Whether the walk began in the middle of the list. */
  boolean isElsewhere;

  /** Whether pages are read one after the other, possibly because no other way is left. */
  boolean isPlain;

  /** Whether this is a second pass, from page 0, which cannot be resumed. */
  boolean isSecondPass;

  /** The largest take that the server honours, and the size of the longest page so far. */
  int take;

  int longest;

  /** Why nothing proves that no item is missing, or null. */
  @Nullable String unprovable;

  WalkState(long query, WalkMode mode) {
    this.query = query;
    this.mode = mode;
  }

  void count(Answer<?> answer) {
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

  /** Adds an entry to the list if it is not known yet. */
  <T> void take(Entry<T> entry, List<Entry<T>> fresh) {
    if (known.add(entry.identity)) {
      fresh.add(entry);
    } else {
      duplicates++;
    }
  }

  /** Records that the entry is handed out or, if it is unreadable, left out. */
  void pass(Entry<?> entry) {
    if (entry.unread == null) {
      delivered++;
    } else {
      faulted++;
    }
    tail.append(entry);
    position = entry.position;
  }

  Checkpoint checkpoint(Plan<?> plan, Limits limits) {
    isBaseProven = isElsewhere = isPlain = isSecondPass = false;
    base = take = longest = 0;
    plan.save(this);
    String reason = mode == WalkMode.EXACT ? plan.unprovable() : null;
    List<Identity> items = tail.saved();
    Buffer out = new Buffer();
    out.writeLong(query).writeInt(base).writeInt(take).writeInt(longest);
    writeFlags(out, mode == WalkMode.PLAIN, isBaseProven, isElsewhere, isPlain, isSecondPass);
    writeFlags(out, tail.isWhole(), tail.isUncertain);
    out.writeLong(position).writeLong(delivered).writeLong(faulted).writeLong(duplicates);
    out.writeLong(drift).writeLong(earlierRequests + limits.requests());
    out.writeLong(earlierRetries + limits.retries());
    writeCount(out, countAtStart);
    writeCount(out, countAtEnd);
    ByteString text = ByteString.encodeUtf8(reason == null ? "" : reason);
    out.writeInt(text.size()).write(text).writeInt(tail.unseen.size()).writeInt(items.size());
    for (Identity item : items) {
      out.writeLong(item.high).writeLong(item.low);
    }
    return new Checkpoint(out.readByteString());
  }

  /**
   * Reads a state that {@link #checkpoint} wrote.
   *
   * @throws EOFException if data is missing
   */
  static WalkState of(ByteString content) throws EOFException {
    Buffer in = new Buffer().write(content);
    long query = in.readLong();
    int base = in.readInt();
    int take = in.readInt();
    int longest = in.readInt();
    WalkState state = new WalkState(query, readFlag(in) ? WalkMode.PLAIN : WalkMode.EXACT);
    state.base = base;
    state.take = take;
    state.longest = longest;
    state.isBaseProven = readFlag(in);
    state.isElsewhere = readFlag(in);
    state.isPlain = readFlag(in);
    state.isSecondPass = readFlag(in);
    boolean isWhole = readFlag(in);
    boolean isUncertain = readFlag(in);
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
      items.add(new Identity(in.readLong(), in.readLong()));
    }
    state.tail.restore(items, unseen, isWhole, isUncertain);
    items.forEach(state.known::add);
    return state;
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
