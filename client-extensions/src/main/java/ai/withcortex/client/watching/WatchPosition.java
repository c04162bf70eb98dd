package ai.withcortex.client.watching;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.watching.Known.Reach;
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
 * A saved state of a watch to resume from, even in another process.
 *
 * <pre>{@code
 * WatchOptions options = WatchOptions.builder().position(WatchPosition.of(saved)).build();
 * }</pre>
 *
 * <p>Save the position of each change in one transaction with the effects of the change. If you
 * resume from there after a crash, no change is missed or repeated, even if the crash happened
 * between two changes of one poll.
 *
 * <p>The text contains the IDs and states of the items in the window, but no secrets and no
 * payload: about 34 characters for an item whose ID has 20. Immutable.
 */
public final class WatchPosition {
  private static final String FAMILY = "cortex-watch-";
  private static final String VERSION = FAMILY + "1:";
  private static final int CHECK_BYTES = 8;

  /** A hash of the query and the first page. */
  final long query;

  final Known known;

  WatchPosition(long query, Known known) {
    this.query = query;
    this.known = known;
  }

  /**
   * Parses the text of a position.
   *
   * @throws IllegalArgumentException if it is not a position, is damaged, or has another version
   */
  public static WatchPosition of(String text) {
    requireNonNull(text, "text == null");
    if (!text.startsWith(VERSION)) {
      String start = text.substring(0, Math.min(text.length(), VERSION.length()));
      throw new IllegalArgumentException(
          String.format(
              "Expected the position of a watch, which begins with %s, found %s; begin the watch"
                  + " anew",
              VERSION, start.startsWith(FAMILY) ? start : "another text"));
    }
    ByteString bytes = ByteString.decodeBase64(text.substring(VERSION.length()));
    int size = bytes == null ? -1 : bytes.size() - CHECK_BYTES;
    if (bytes == null
        || size < 0
        || !bytes.substring(size).equals(check(bytes.substring(0, size)))) {
      throw damaged(text);
    }
    try {
      return readFrom(new Buffer().write(bytes, 0, size));
    } catch (EOFException e) {
      throw damaged(text);
    }
  }

  private static IllegalArgumentException damaged(String text) {
    return new IllegalArgumentException(
        String.format(
            "The position of %d characters is damaged; pass the text as WatchPosition.text() gave"
                + " it, or begin the watch anew",
            text.length()));
  }

  private static ByteString check(ByteString content) {
    return content.sha256().substring(0, CHECK_BYTES);
  }

  /** Returns the text that {@link #of} reads. */
  public String text() {
    Buffer content = new Buffer();
    writeTo(content);
    ByteString bytes = content.readByteString();
    return VERSION + new Buffer().write(bytes).write(check(bytes)).readByteString().base64Url();
  }

  /** Returns how many items are known, which are those that were in the window. */
  public int size() {
    return known.states.size();
  }

  @Override
  public String toString() {
    return "WatchPosition{size=" + size() + "}";
  }

  /** Writes each distinct state once. */
  private void writeTo(Buffer out) {
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
    return new WatchPosition(query, new Known(reach, known));
  }

  private static void writeText(Buffer out, String text) {
    ByteString bytes = ByteString.encodeUtf8(text);
    writeNumber(out, bytes.size());
    out.write(bytes);
  }

  private static String readText(Buffer in) throws EOFException {
    return in.readUtf8(readNumber(in));
  }

  /** Writes a number in decimal, which mostly takes fewer bytes than an int. */
  private static void writeNumber(Buffer out, long number) {
    out.writeDecimalLong(number).writeByte(' ');
  }

  private static long readNumber(Buffer in) throws EOFException {
    long number = in.readDecimalLong();
    in.skip(1);
    return number;
  }
}
