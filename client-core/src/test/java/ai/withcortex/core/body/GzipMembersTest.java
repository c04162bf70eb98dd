package ai.withcortex.core.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipMembersTest {
  /** A header with all optional parts: extra, name, comment, and its own check sum. */
  private static final String WHOLE_HEADER = "1F8B081E000000000003 0300 010203 6100 626300 ABCD";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 8193, 100_000})
  void readsMembersOfAnyLength(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    ByteString expected = ByteString.of(content);

    for (int members = 1; members <= 3; members++) {
      Buffer packed = new Buffer();
      Buffer all = new Buffer();
      for (int i = 0; i < members; i++) {
        packed.write(gzip(content));
        all.write(expected);
      }

      assertEquals(all.snapshot(), read(packed.clone()));
      assertEquals(all.snapshot(), read(inSingleBytes(packed)));
    }
  }

  @Test
  void readsWhatCompressesWell() throws IOException {
    byte[] content = " ".repeat(1_000_000).getBytes(UTF_8);

    assertEquals(ByteString.of(content), read(new Buffer().write(gzip(content))));
  }

  @Test
  void skipsEveryPartOfAHeader() throws IOException {
    ByteString plain = gzip("content".getBytes(UTF_8));
    Buffer packed = new Buffer().write(hex(WHOLE_HEADER)).write(plain.substring(10));

    assertEquals("content", read(packed).utf8());
  }

  @Test
  void findsThatAMemberIsCutWhereverThatIs() throws IOException {
    ByteString first = gzip("first".getBytes(UTF_8));
    Buffer whole = new Buffer().write(first).write(hex(WHOLE_HEADER)).write(first.substring(10));
    ByteString bytes = whole.snapshot();

    for (int length = 1; length < bytes.size(); length++) {
      Buffer cut = new Buffer().write(bytes.substring(0, length));
      if (length == first.size()) {
        assertEquals("first", read(cut).utf8());
      } else {
        assertThrows(EOFException.class, () -> read(cut), "after " + length + " bytes");
      }
    }
  }

  @Test
  void aBodyWithoutAByteIsEmpty() throws IOException {
    assertEquals(ByteString.EMPTY, read(new Buffer()));
  }

  /** Damages one byte of a member: of the magic number, the method, the content, the trailer. */
  @ParameterizedTest
  @CsvSource({"0", "1", "2", "10", "-8", "-4"})
  void refusesADamagedMember(int place) throws IOException {
    byte[] bytes = gzip("content".getBytes(UTF_8)).toByteArray();
    bytes[place < 0 ? bytes.length + place : place] ^= (byte) 0x46;

    Exception alone = assertThrows(ProtocolException.class, () -> read(new Buffer().write(bytes)));
    assertThrows(
        ProtocolException.class, () -> read(new Buffer().write(gzip(new byte[5])).write(bytes)));
    assertEquals("broken gzip", alone.getMessage());
  }

  @Test
  void refusesWhatFollowsTheLastMember() throws IOException {
    Buffer packed = new Buffer().write(gzip("first".getBytes(UTF_8))).writeUtf8("and more");

    assertThrows(ProtocolException.class, () -> read(packed));
  }

  @Test
  void readsNothingWhenAskedForNothing() throws IOException {
    try (GzipMembers source = new GzipMembers(new Buffer().writeUtf8("no gzip"))) {
      assertEquals(0, source.read(new Buffer(), 0));
    }
  }

  private static ByteString read(BufferedSource packed) throws IOException {
    try (BufferedSource source = Okio.buffer(new GzipMembers(packed))) {
      return source.readByteString();
    }
  }

  private static BufferedSource inSingleBytes(Source bytes) {
    return Okio.buffer(
        new ForwardingSource(bytes) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(1, byteCount));
          }
        });
  }

  private static ByteString hex(String digits) {
    return ByteString.decodeHex(digits.replace(" ", ""));
  }

  private static ByteString gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return ByteString.of(bytes.toByteArray());
  }
}
