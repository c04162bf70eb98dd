package ai.withcortex.core.body;

import ai.withcortex.core.http.ContentEncoding;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/**
 * Decompresses gzip of one or more members (RFC 1952, section 2.2). OkHttp and Okio read only the
 * first member and then fail.
 *
 * <p>A body that begins like text counts as decompressed, because some servers keep the header. A
 * body without a single byte is empty. Messages quote nothing of the body.
 */
final class GzipMembers implements Source {
  private static final byte FIRST_OF_MAGIC = 0x1f;
  private static final int FLAG_HEADER_CRC = 1 << 1;
  private static final int FLAG_EXTRA = 1 << 2;
  private static final int FLAG_NAME = 1 << 3;
  private static final int FLAG_COMMENT = 1 << 4;

  /** Returns a response of which nothing shows that it was compressed, if it was. */
  static Response decompressed(Response response) {
    ResponseBody body = response.body();
    if (body == null || !ContentEncoding.isGzip(response.headers())) {
      return response;
    }
    BufferedSource content = Okio.buffer(new GzipMembers(body.source()));
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(ResponseBody.create(content, body.contentType(), -1))
        .build();
  }

  private final BufferedSource compressed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[8192];
  private final byte[] output = new byte[8192];

  /** The number of bytes that the inflater was given but that were not taken from the source. */
  private int given;

  private boolean hasStarted;
  private boolean isText;
  private boolean isInMember;

  GzipMembers(BufferedSource compressed) {
    this.compressed = compressed;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (!hasStarted) {
      hasStarted = true;
      isText = beginsLikeText();
    }
    if (isText) {
      return compressed.read(sink, byteCount);
    }
    while (byteCount > 0) {
      if (!isInMember) {
        if (compressed.exhausted()) {
          return -1;
        }
        readHeader();
        isInMember = true;
      }
      int bytes = inflate((int) Math.min(byteCount, output.length));
      if (bytes > 0) {
        crc.update(output, 0, bytes);
        sink.write(output, 0, bytes);
        return bytes;
      }
      readTrailer();
      inflater.reset();
      crc.reset();
      isInMember = false;
    }
    return 0;
  }

  private boolean beginsLikeText() throws IOException {
    if (compressed.exhausted() || compressed.getBuffer().getByte(0) == FIRST_OF_MAGIC) {
      return false;
    }
    compressed.request(ContentEncoding.LOOK_AHEAD_BYTES);
    Buffer start = compressed.getBuffer();
    long length = Math.min(start.size(), ContentEncoding.LOOK_AHEAD_BYTES);
    return ContentEncoding.isText(start.copy().readUtf8(length));
  }

  @Override
  public Timeout timeout() {
    return compressed.timeout();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    compressed.close();
  }

  private void readHeader() throws IOException {
    require(compressed.readShort() == 0x1f8b);
    require(compressed.readByte() == 8);
    int flags = compressed.readByte();
    // The time, and how and where it was compressed.
    compressed.skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      compressed.skip(compressed.readShortLe() & 0xffff);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      // The check sum of the content is enough.
      compressed.skip(2);
    }
  }

  private void skipText() throws IOException {
    byte next = compressed.readByte();
    while (next != 0) {
      next = compressed.readByte();
    }
  }

  /** Returns the number of bytes written to the output; 0 at the end of the member. */
  private int inflate(int length) throws IOException {
    try {
      while (true) {
        int bytes = inflater.inflate(output, 0, length);
        if (bytes > 0) {
          return bytes;
        }
        take();
        if (inflater.finished()) {
          return 0;
        }
        give();
      }
    } catch (DataFormatException e) {
      throw broken();
    }
  }

  /** Takes from the source what the inflater has read; what follows the member stays there. */
  private void take() throws IOException {
    compressed.skip(given - inflater.getRemaining());
    given = 0;
  }

  private void give() throws IOException {
    compressed.require(1);
    given = compressed.peek().read(input);
    inflater.setInput(input, 0, given);
  }

  private void readTrailer() throws IOException {
    require(compressed.readIntLe() == (int) crc.getValue());
    require(compressed.readIntLe() == (int) inflater.getBytesWritten());
  }

  private static void require(boolean isValid) throws IOException {
    if (!isValid) {
      throw broken();
    }
  }

  private static IOException broken() {
    return new BrokenGzipException();
  }
}
