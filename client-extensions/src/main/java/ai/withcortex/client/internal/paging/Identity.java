package ai.withcortex.client.internal.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A fingerprint of an item: the first 128 bits of the SHA-256 hash of its identity. */
public final class Identity {
  /** Never 0, because 0 marks a free slot in an {@link IdentitySet}. */
  final long high;

  public final long low;

  Identity(long high, long low) {
    this.high = high | 1;
    this.low = low;
  }

  /**
   * Returns the fingerprint of an identity.
   *
   * @param digest a digest from {@link #newDigest}, which can be reused afterward
   */
  public static Identity of(String text, MessageDigest digest) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8)));
    return new Identity(hash.getLong(), hash.getLong());
  }

  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Identity
        && ((Identity) other).high == high
        && ((Identity) other).low == low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(low);
  }
}
