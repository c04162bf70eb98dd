package ai.withcortex.client.paging;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What a checkpoint holds. Written once, before it is shared. */
final class CheckpointState {
  /** A hash of what is listed. */
  long query;

  WalkMode mode = WalkMode.EXACT;

  /** The number of the page that starts the list, as believed, and whether that is known. */
  int base;

  boolean isBaseProven;

  /** Whether the walk began in the middle of the list. */
  boolean isElsewhere;

  /** Whether pages are read one after the other, be it that no other way is left. */
  boolean isPlain;

  /** Whether the list is read a second time, from page 0, which cannot be gone on with. */
  boolean isSecondPass;

  /** The greatest take that the server honours, and the size of the longest page so far. */
  int take;

  int longest;
  long position;
  long delivered;
  long faulted;
  long duplicates;
  long drift;
  long requests;
  long retries;
  @Nullable Long countAtStart;
  @Nullable Long countAtEnd;
  @Nullable String unprovable;

  /** Whether the items are all that were delivered, not only the last. */
  boolean isWhole;

  /** Whether so much was deleted that the place cannot be found again for certain. */
  boolean isUncertain;

  List<Identity> items = new ArrayList<>();

  /** How many of the last items may be deleted. */
  int unseen;

  void writeTo(Buffer out) {
    out.writeLong(query).writeInt(base).writeInt(take).writeInt(longest);
    writeFlag(out, mode == WalkMode.PLAIN);
    writeFlag(out, isBaseProven);
    writeFlag(out, isElsewhere);
    writeFlag(out, isPlain);
    writeFlag(out, isSecondPass);
    writeFlag(out, isWhole);
    writeFlag(out, isUncertain);
    out.writeLong(position).writeLong(delivered).writeLong(faulted).writeLong(duplicates);
    out.writeLong(drift).writeLong(requests).writeLong(retries);
    writeCount(out, countAtStart);
    writeCount(out, countAtEnd);
    ByteString reason = ByteString.encodeUtf8(unprovable == null ? "" : unprovable);
    out.writeInt(reason.size()).write(reason);
    out.writeInt(unseen).writeInt(items.size());
    for (Identity item : items) {
      out.writeLong(item.high).writeLong(item.low);
    }
  }

  /**
   * @throws EOFException if something is missing
   */
  static CheckpointState readFrom(Buffer in) throws EOFException {
    CheckpointState state = new CheckpointState();
    state.query = in.readLong();
    state.base = in.readInt();
    state.take = in.readInt();
    state.longest = in.readInt();
    state.mode = in.readByte() == 0 ? WalkMode.EXACT : WalkMode.PLAIN;
    state.isBaseProven = in.readByte() != 0;
    state.isElsewhere = in.readByte() != 0;
    state.isPlain = in.readByte() != 0;
    state.isSecondPass = in.readByte() != 0;
    state.isWhole = in.readByte() != 0;
    state.isUncertain = in.readByte() != 0;
    state.position = in.readLong();
    state.delivered = in.readLong();
    state.faulted = in.readLong();
    state.duplicates = in.readLong();
    state.drift = in.readLong();
    state.requests = in.readLong();
    state.retries = in.readLong();
    state.countAtStart = readCount(in);
    state.countAtEnd = readCount(in);
    String reason = in.readUtf8(in.readInt());
    state.unprovable = reason.isEmpty() ? null : reason;
    state.unseen = in.readInt();
    for (int left = in.readInt(); left > 0; left--) {
      state.items.add(new Identity(in.readLong(), in.readLong()));
    }
    return state;
  }

  private static void writeFlag(Buffer out, boolean flag) {
    out.writeByte(flag ? 1 : 0);
  }

  private static void writeCount(Buffer out, @Nullable Long count) {
    out.writeLong(count == null ? -1 : count);
  }

  private static @Nullable Long readCount(Buffer in) throws EOFException {
    long count = in.readLong();
    return count < 0 ? null : count;
  }
}
