package ai.withcortex.regeneration.api;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Access flags and the words for them in a signature file. */
final class Modifiers {
  /** The words in the order of a signature file, with the kind of class last. */
  private static final List<Map.Entry<String, Integer>> WORDS =
      List.of(
          Map.entry("@Deprecated", Opcodes.ACC_DEPRECATED),
          Map.entry("public", Opcodes.ACC_PUBLIC),
          Map.entry("protected", Opcodes.ACC_PROTECTED),
          Map.entry("abstract", Opcodes.ACC_ABSTRACT),
          Map.entry("static", Opcodes.ACC_STATIC),
          Map.entry("final", Opcodes.ACC_FINAL),
          Map.entry("volatile", Opcodes.ACC_VOLATILE),
          Map.entry("varargs", Opcodes.ACC_VARARGS),
          Map.entry("class", 0),
          Map.entry("enum", Opcodes.ACC_ENUM),
          Map.entry("interface", Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT),
          Map.entry(
              "@interface", Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT));

  private Modifiers() {}

  /** Returns the words for the given flags, each followed by a space. */
  static String text(int access, boolean isClass) {
    StringBuilder text = new StringBuilder();
    int left = access;
    boolean needsKind = isClass;
    for (int i = WORDS.size() - 1; i >= 0; i--) {
      int flags = WORDS.get(i).getValue();
      if (flags == 0 ? needsKind : (left & flags) == flags) {
        text.insert(0, WORDS.get(i).getKey() + " ");
        left &= ~flags;
        needsKind = false;
      }
    }
    return text.toString();
  }

  static boolean isModifier(String word) {
    return WORDS.stream().anyMatch(entry -> entry.getKey().equals(word));
  }

  /** Returns the flags for the given words. */
  static int access(List<String> words) {
    return WORDS.stream()
        .filter(entry -> words.contains(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .reduce(0, (a, b) -> a | b);
  }

  /** Returns only those flags that have a word. */
  static int known(int access) {
    return access & WORDS.stream().mapToInt(Map.Entry::getValue).reduce(0, (a, b) -> a | b);
  }
}
