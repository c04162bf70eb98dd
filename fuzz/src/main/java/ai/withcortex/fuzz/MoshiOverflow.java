package ai.withcortex.fuzz;

import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Members;
import java.math.BigInteger;

/**
 * Numbers that Moshi's reader takes for malformed: their first digits, but not all of them, are a
 * multiple of 2^64, such as 1 and 65 zeros. It takes the overflow of its sum for a leading zero.
 */
final class MoshiOverflow {
  private static final BigInteger TWO_TO_THE_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  private MoshiOverflow() {}

  static boolean isIn(JsonTree tree) {
    if (tree instanceof Members members) {
      return members.list().stream().anyMatch(member -> isIn(member.value()));
    } else if (tree instanceof Elements elements) {
      return elements.list().stream().anyMatch(MoshiOverflow::isIn);
    }
    return tree instanceof Digits digits && isIn(digits.text());
  }

  private static boolean isIn(String number) {
    String digits = number.replaceFirst("^-", "").replaceFirst("[^0-9].*", "");
    BigInteger first = BigInteger.ZERO;
    for (int i = 0; i < digits.length() - 1; i++) {
      first = first.multiply(BigInteger.TEN).add(BigInteger.valueOf(digits.charAt(i) - '0'));
      if (first.mod(TWO_TO_THE_64).signum() == 0) {
        return true;
      }
    }
    return false;
  }
}
