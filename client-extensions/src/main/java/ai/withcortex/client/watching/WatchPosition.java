package ai.withcortex.client.watching;

import ai.withcortex.client.internal.SavedText;
import ai.withcortex.client.watching.KnownItems.Reach;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import okio.ByteString;

/**
 * A position from which a watch can resume, even in a different process.
 *
 * <pre>{@code
 * WatchOptions options = WatchOptions.builder().position(WatchPosition.of(saved)).build();
 * }</pre>
 *
 * <p>Save the position of each change in the same transaction as the effects of the change. If you
 * resume from that position after a crash, no change is missed or repeated, even if the crash
 * happened between two changes from the same poll.
 *
 * <p>The text contains the IDs and states of the items in the window, and of the items after it up
 * to the last one that the watch follows, but no secrets or payloads. An item with an ID of 20
 * characters takes about 34 characters. Immutable.
 */
public final class WatchPosition {
  private static final SavedText FORM = new SavedText("WatchPosition", "watch");

  /** A hash of the query and the first page. */
  final long query;

  final KnownItems known;

  WatchPosition(long query, KnownItems known) {
    this.query = query;
    this.known = known;
  }

  /**
   * Parses the text of a position.
   *
   * @throws IllegalArgumentException if the text is not a position, is damaged, or has a different
   *     version
   */
  public static WatchPosition of(String text) {
    try {
      return readFrom(new Buffer().write(FORM.read(text)));
    } catch (EOFException e) {
      throw FORM.damaged(text);
    }
  }

  /** Returns the text form of this position, which {@link #of} parses. */
  public String text() {
    Buffer out = new Buffer();
    // Writes each distinct state once.
    Set<String> distinct = new LinkedHashSet<>(known.states.values());
    List<String> states = new ArrayList<>(distinct);
    out.writeLong(query);
    writeText(out, known.reach.name());
    writeNumber(out, states.size());
    states.forEach(state -> writeText(out, state));
    writeNumber(out, known.states.size());
    known.states.forEach(
        (id, state) -> {
          writeNumber(out, states.indexOf(state));
          writeText(out, id);
        });
    return FORM.write(out.readByteString());
  }

  /** Returns the number of known items: those in the window, and up to the last followed one. */
  public int size() {
    return known.states.size();
  }

  @Override
  public String toString() {
    return "WatchPosition{size=" + size() + "}";
  }

  private static WatchPosition readFrom(Buffer in) throws EOFException {
    long query = in.readLong();
    Reach reach = Reach.valueOf(readText(in));
    List<String> states = new ArrayList<>();
    for (long left = readNumber(in); left > 0; left--) {
      states.add(readText(in));
    }
    Map<String, String> known = new LinkedHashMap<>();
    for (long left = readNumber(in); left > 0; left--) {
      String state = states.get((int) readNumber(in));
      known.put(readText(in), state);
    }
    return new WatchPosition(query, new KnownItems(reach, known));
  }

  private static void writeText(Buffer out, String text) {
    ByteString bytes = ByteString.encodeUtf8(text);
    writeNumber(out, bytes.size());
    out.write(bytes);
  }

  private static String readText(Buffer in) throws EOFException {
    return in.readUtf8(readNumber(in));
  }

  /** Writes a number in decimal, which usually takes fewer bytes than a binary int. */
  private static void writeNumber(Buffer out, long number) {
    out.writeDecimalLong(number).writeByte(' ');
  }

  private static long readNumber(Buffer in) throws EOFException {
    long number = in.readDecimalLong();
    in.skip(1);
    return number;
  }
}
