package ai.withcortex.testing.store;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes timestamps in every format that the API may send, so that tests cover all of them.
 * Midnight UTC is written as a bare date. Other times have {@code Z} or an offset and no more
 * fractional digits than necessary. The offset depends only on the time in whole seconds, so a
 * given time is always written in the same way.
 */
final class WireTimestamp {
  private static final ZoneOffset[] OFFSETS = {
    ZoneOffset.UTC,
    ZoneOffset.UTC,
    ZoneOffset.ofHours(2),
    ZoneOffset.UTC,
    ZoneOffset.ofHours(-5),
    ZoneOffset.UTC,
    ZoneOffset.ofHoursMinutes(5, 30),
  };

  private WireTimestamp() {}

  static String format(Instant time) {
    OffsetDateTime inUtc = time.atOffset(ZoneOffset.UTC);
    if (inUtc.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return inUtc.toLocalDate().toString();
    }
    int choice = (int) Math.floorMod(time.getEpochSecond(), (long) OFFSETS.length);
    OffsetDateTime local = inUtc.withOffsetSameInstant(OFFSETS[choice]);
    // With the offset, the year may be outside 0000 to 9999, the only years that the API can send.
    OffsetDateTime valid = local.getYear() == inUtc.getYear() ? local : inUtc;
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(valid);
  }
}
