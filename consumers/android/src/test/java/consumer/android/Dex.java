package consumer.android;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of a DEX file: what it defines, and what it refers to. Instructions need not be read,
 * since they name types, fields and methods by their places in these tables.
 *
 * @see <a href="https://source.android.com/docs/core/runtime/dex-format">The format</a>
 */
final class Dex {
  private static final int STRINGS = 0x38;
  private static final int TYPES = 0x40;
  private static final int PROTOTYPES = 0x48;
  private static final int FIELDS = 0x50;
  private static final int METHODS = 0x58;
  private static final int CLASSES = 0x60;

  private final ByteBuffer bytes;

  /** By the names of the classes defined here: what each extends and implements. */
  private final Map<String, List<String>> supertypes = new HashMap<>();

  /** The fields and methods defined here, as references name them. */
  private final Set<Reference> defined = new HashSet<>();

  static Dex read(Path file) throws IOException {
    return new Dex(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
  }

  private Dex(ByteBuffer bytes) {
    this.bytes = bytes;
    for (int i = 0; i < classCount(); i++) {
      readClass(bytes.getInt(CLASSES + 4) + 32 * i);
    }
  }

  int size() {
    return bytes.capacity();
  }

  int methodCount() {
    return count(METHODS);
  }

  int classCount() {
    return count(CLASSES);
  }

  /**
   * What it refers to and does not define, which Android or nobody has. A member that a class from
   * here inherits is one of the type from elsewhere that the class extends or implements; of which,
   * if there are several, the tables do not tell.
   */
  Set<List<Reference>> foreignReferences() {
    Set<List<Reference>> foreign = new LinkedHashSet<>();
    for (int i = 0; i < count(TYPES); i++) {
      String type = type(i);
      if (type.startsWith("L") && !supertypes.containsKey(name(type))) {
        foreign.add(List.of(new Reference(name(type), "")));
      }
    }
    for (int i = 0; i < count(METHODS); i++) {
      addForeign(method(i), foreign);
    }
    for (int i = 0; i < count(FIELDS); i++) {
      addForeign(field(i), foreign);
    }
    return foreign;
  }

  /** Whether the type is defined here, and the member by it or by what it extends or implements. */
  boolean defines(Reference reference) {
    return supertypes.containsKey(reference.type())
        && (reference.member().isEmpty() || isFound(reference, new ArrayList<>()));
  }

  private void addForeign(Reference member, Set<List<Reference>> foreign) {
    List<Reference> candidates = new ArrayList<>();
    // An array has the methods of Object, which are old.
    if (!member.type().startsWith("[") && !isFound(member, candidates)) {
      foreign.add(candidates);
    }
  }

  private boolean isFound(Reference member, List<Reference> elsewhere) {
    List<String> above = supertypes.get(member.type());
    if (above == null) {
      elsewhere.add(member);
      return false;
    }
    return defined.contains(member)
        || above.stream()
            .anyMatch(type -> isFound(new Reference(type, member.member()), elsewhere));
  }

  private void readClass(int at) {
    List<String> above = new ArrayList<>();
    above.add(name(type(bytes.getInt(at + 8))));
    int interfaces = bytes.getInt(at + 12);
    for (int i = 0; interfaces != 0 && i < bytes.getInt(interfaces); i++) {
      above.add(name(type(unsigned(interfaces + 4 + 2 * i))));
    }
    supertypes.put(name(type(bytes.getInt(at))), above);
    int data = bytes.getInt(at + 24);
    if (data != 0) {
      readMembers(data);
    }
  }

  private void readMembers(int at) {
    bytes.position(at);
    int[] counts = {leb128(), leb128(), leb128(), leb128()};
    for (int kind = 0; kind < counts.length; kind++) {
      boolean isMethod = kind > 1;
      int index = 0;
      for (int i = 0; i < counts[kind]; i++) {
        index += leb128();
        leb128(); // The access flags.
        if (isMethod) {
          leb128(); // Where the code is.
        }
        int next = bytes.position();
        defined.add(isMethod ? method(index) : field(index));
        bytes.position(next);
      }
    }
  }

  private Reference method(int index) {
    int at = bytes.getInt(METHODS + 4) + 8 * index;
    return new Reference(
        name(type(unsigned(at))), string(bytes.getInt(at + 4)) + prototype(unsigned(at + 2)));
  }

  private Reference field(int index) {
    int at = bytes.getInt(FIELDS + 4) + 8 * index;
    return new Reference(
        name(type(unsigned(at))), string(bytes.getInt(at + 4)) + "#" + type(unsigned(at + 2)));
  }

  private String prototype(int index) {
    int at = bytes.getInt(PROTOTYPES + 4) + 12 * index;
    int parameters = bytes.getInt(at + 8);
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; parameters != 0 && i < bytes.getInt(parameters); i++) {
      text.append(type(unsigned(parameters + 4 + 2 * i)));
    }
    return text.append(")").append(type(bytes.getInt(at + 4))).toString();
  }

  private String type(int index) {
    return string(bytes.getInt(bytes.getInt(TYPES + 4) + 4 * index));
  }

  private String string(int index) {
    bytes.position(bytes.getInt(bytes.getInt(STRINGS + 4) + 4 * index));
    leb128(); // How many characters.
    int start = bytes.position();
    int end = start;
    while (bytes.get(end) != 0) {
      end++;
    }
    return new String(bytes.array(), start, end - start, StandardCharsets.UTF_8);
  }

  private int count(int table) {
    return bytes.getInt(table);
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private int leb128() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** {@code java/util/List} of {@code Ljava/util/List;}; an array keeps its brackets. */
  private static String name(String type) {
    return type.startsWith("L") ? type.substring(1, type.length() - 1) : type;
  }

  /**
   * A type, such as {@code java/util/List} with an empty member, or one of its members, written as
   * animal-sniffer does: {@code size()I}, {@code out#Ljava/io/PrintStream;}.
   */
  record Reference(String type, String member) {
    @Override
    public String toString() {
      return member.isEmpty() ? type : type + " " + member;
    }
  }
}
