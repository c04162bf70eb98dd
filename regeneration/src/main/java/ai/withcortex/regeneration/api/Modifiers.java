package ai.withcortex.regeneration.api;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Access flags and their words in a signature file. */
final class Modifiers {
  /** In the order of a signature file, with the kind of a class last. */
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

  /** The words for some flags, each followed by a space. */
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

  /** The flags for some words. */
  static int access(List<String> words) {
    return WORDS.stream()
        .filter(entry -> words.contains(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .reduce(0, (a, b) -> a | b);
  }

  /** Only the flags that have a word. */
  static int known(int access) {
    return access & WORDS.stream().mapToInt(Map.Entry::getValue).reduce(0, (a, b) -> a | b);
  }
}
