package ai.withcortex.testing.store;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes timestamps in all the forms that the API may send, so that tests cover each: midnight in
 * UTC as a bare date, other times with {@code Z} or an offset, and with no more fraction digits
 * than they need. The second alone determines the offset, so each time has only one form.
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
    // An offset may lead outside the years 0000 to 9999, the only ones that the API can send.
    OffsetDateTime valid = local.getYear() == inUtc.getYear() ? local : inUtc;
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(valid);
  }
}
