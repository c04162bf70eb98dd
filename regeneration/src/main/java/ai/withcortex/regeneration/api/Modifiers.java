package ai.withcortex.regeneration.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Access flags and the words that stand for them in a signature file. */
final class Modifiers {
  static final String DEPRECATED = "@Deprecated";

  private static final Map<String, Integer> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put("public", Opcodes.ACC_PUBLIC);
    COMMON.put("protected", Opcodes.ACC_PROTECTED);
    COMMON.put("abstract", Opcodes.ACC_ABSTRACT);
    COMMON.put("static", Opcodes.ACC_STATIC);
    COMMON.put("final", Opcodes.ACC_FINAL);
  }

  /** The kinds of classes; each also has the flags of those behind it. */
  private static final Map<String, Integer> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("@interface", Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE);
    KINDS.put("interface", Opcodes.ACC_INTERFACE);
    KINDS.put("enum", Opcodes.ACC_ENUM);
    KINDS.put("class", 0);
  }

  private Modifiers() {}

  static List<String> ofClass(int access, boolean isDeprecated) {
    List<String> words = common(access, isDeprecated);
    String kind =
        KINDS.entrySet().stream()
            .filter(entry -> (access & entry.getValue()) == entry.getValue())
            .findFirst()
            .orElseThrow()
            .getKey();
    if (kind.endsWith("interface")) {
      words.remove("abstract");
    }
    words.add(kind);
    return words;
  }

  static List<String> ofField(int access, boolean isDeprecated) {
    List<String> words = common(access, isDeprecated);
    if ((access & Opcodes.ACC_VOLATILE) != 0) {
      words.add("volatile");
    }
    return words;
  }

  static List<String> ofMethod(int access, boolean isDeprecated) {
    List<String> words = common(access, isDeprecated);
    if ((access & Opcodes.ACC_VARARGS) != 0) {
      words.add("varargs");
    }
    return words;
  }

  private static List<String> common(int access, boolean isDeprecated) {
    List<String> words = new ArrayList<>();
    if (isDeprecated) {
      words.add(DEPRECATED);
    }
    COMMON.forEach(
        (word, flag) -> {
          if ((access & flag) != 0) {
            words.add(word);
          }
        });
    return words;
  }

  static boolean isModifier(String word) {
    return COMMON.containsKey(word)
        || word.equals(DEPRECATED)
        || word.equals("volatile")
        || word.equals("varargs");
  }

  static boolean isKind(String word) {
    return KINDS.containsKey(word);
  }

  /** The flags that words stand for. */
  static int access(List<String> words) {
    int access = 0;
    for (String word : words) {
      access |= COMMON.getOrDefault(word, KINDS.getOrDefault(word, 0));
      switch (word) {
        case "volatile" -> access |= Opcodes.ACC_VOLATILE;
        case "varargs" -> access |= Opcodes.ACC_VARARGS;
        case DEPRECATED -> access |= Opcodes.ACC_DEPRECATED;
        case "interface", "@interface" -> access |= Opcodes.ACC_ABSTRACT;
        default -> {}
      }
    }
    return access;
  }
}
