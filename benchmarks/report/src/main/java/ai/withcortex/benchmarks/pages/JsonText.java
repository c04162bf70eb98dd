package ai.withcortex.benchmarks.pages;

import java.util.Random;

/**
 * Creates random JSON text. The seed also determines how often characters are escaped or not ASCII.
 */
final class JsonText {
  private static final String[] ESCAPES = {"\\n", "\\\"", "\\\\", "\\t", "\\/", "\\u00e9"};
  private static final String[] OTHERS = {"é", "ß", "č", "—", "日", "本", "я", "😀"};

  final Random random;
  private final int length;
  private final int escapesInThousand;
  private final int othersInThousand;
  private final int optionalsInHundred;

  JsonText(long seed, int length) {
    this.random = new Random(seed);
    this.length = length;
    this.escapesInThousand = oneOf(0, 10, 30, 60);
    this.othersInThousand = oneOf(0, 5, 50, 300);
    this.optionalsInHundred = oneOf(40, 60, 80);
  }

  /** Returns whether to include an optional member. */
  boolean has() {
    return random.nextInt(100) < optionalsInHundred;
  }

  int oneOf(int... values) {
    return values[random.nextInt(values.length)];
  }

  String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  /**
   * Returns a string of words with about the usual number of bytes, from half to one and a half
   * times that number.
   */
  String text(int usual) {
    long bytes = (long) usual * length / 2 + random.nextInt(usual * length + 1);
    StringBuilder text = new StringBuilder("\"");
    for (long size = 0; size < bytes; ) {
      if (random.nextInt(1000) < escapesInThousand) {
        text.append(oneOf(ESCAPES));
        size += 2;
      } else if (random.nextInt(1000) < othersInThousand) {
        text.append(oneOf(OTHERS));
        size += 3;
      } else {
        text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        size++;
      }
    }
    return text.append('"').toString();
  }

  String timestamp() {
    String day = String.format("2026-%02d-%02d", random.nextInt(12) + 1, random.nextInt(28) + 1);
    if (random.nextInt(20) == 0) {
      return '"' + day + '"';
    }
    String time =
        String.format(
            "T%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60));
    return '"' + day + time + oneOf("", ".5", ".678", ".123456") + oneOf("Z", "+02:00") + '"';
  }

  String number() {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt(1000));
      case 1 -> Integer.toString(random.nextInt());
      case 2 -> random.nextInt(1000) + "." + (random.nextInt(99) + 1);
      default -> random.nextInt(1000) + ".5e-3";
    };
  }

  /** Returns an open value with the given nesting depth. */
  String open(int depth) {
    StringBuilder value = new StringBuilder();
    StringBuilder ends = new StringBuilder();
    for (int level = 0; level < depth; level++) {
      if (random.nextInt(3) == 0) {
        value.append("[1,true,");
        ends.insert(0, ']');
      } else {
        value.append("{\"ok\":").append(random.nextBoolean());
        value.append(",\"score\":").append(number()).append(",\"in\":");
        ends.insert(0, '}');
      }
    }
    return value.append(text(100)).append(ends).toString();
  }
}
