package ai.withcortex.regeneration.api;

import static java.util.Comparator.comparing;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiType.Parameter;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the public API of a module from its class files. */
public final class ClassFiles {
  private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
  private static final int HIDDEN = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

  private final Map<String, ClassNode> nodes = new TreeMap<>();

  private ClassFiles() {}

  /**
   * Reads all class files in a directory and its subdirectories.
   *
   * @throws IOException if there are no class files, or they cannot be read
   */
  public static PublicApi read(Path folder) throws IOException {
    ClassFiles files = new ClassFiles();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".class")).toList()) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(path))
            .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        files.nodes.put(node.name, node);
      }
    }
    if (files.nodes.isEmpty()) {
      throw new IOException("Found no class files in " + folder + ". Build the module first.");
    }
    return new PublicApi(
        files.nodes.values().stream()
            .filter(node -> !node.name.endsWith("package-info") && files.isVisible(node))
            .map(files::apiClass)
            .sorted(comparing(ApiClass::name))
            .toList());
  }

  /** Returns whether other packages can name the class and all its enclosing classes. */
  private boolean isVisible(ClassNode node) {
    InnerClassNode nested = nested(node);
    if (nested == null) {
      return (node.access & Opcodes.ACC_PUBLIC) != 0;
    }
    ClassNode outer = nested.outerName == null ? null : nodes.get(nested.outerName);
    return outer != null && (nested.access & VISIBLE) != 0 && isVisible(outer);
  }

  private static @Nullable InnerClassNode nested(ClassNode node) {
    return node.innerClasses.stream()
        .filter(inner -> inner.name.equals(node.name))
        .findFirst()
        .orElse(null);
  }

  private ApiClass apiClass(ClassNode node) {
    InnerClassNode nested = nested(node);
    int access = nested == null ? node.access : nested.access;
    ApiClass declared = declared(node, access | (node.access & Opcodes.ACC_DEPRECATED));
    Map<String, Member> members = new LinkedHashMap<>();
    addMembers(node, members, declared, Map.of());
    List<ApiType> interfaces = new ArrayList<>(declared.interfaces());
    ApiType superclass = declared.superclass();
    ClassNode hidden = hidden(superclass);
    while (superclass != null && hidden != null) {
      ApiClass above = declared(hidden, hidden.access);
      Map<String, ApiType> arguments = ApiClass.arguments(above.typeParameters(), superclass);
      addMembers(hidden, members, declared, arguments);
      interfaces.addAll(ApiType.with(above.interfaces(), arguments));
      superclass = above.superclass() == null ? null : above.superclass().with(arguments);
      hidden = hidden(superclass);
    }
    return new ApiClass(
        declared.access(),
        declared.name(),
        declared.typeParameters(),
        superclass,
        interfaces,
        members.values().stream()
            .sorted(comparing(m -> m.isEnumConstant() ? "" : m.name() + " " + m.text()))
            .toList());
  }

  private @Nullable ClassNode hidden(@Nullable ApiType superclass) {
    ClassNode node = superclass == null ? null : nodes.get(superclass.internalName());
    return node == null || isVisible(node) ? null : node;
  }

  /** Returns the class without its members. */
  private static ApiClass declared(ClassNode node, int access) {
    String plain = "L" + node.superName + ";";
    for (String name : node.interfaces) {
      plain += "L" + name + ";";
    }
    JvmSignature signature =
        new JvmSignature(
            node.signature == null ? plain : node.signature, node.visibleTypeAnnotations);
    List<Parameter> parameters = signature.typeParameters(TypeReference.CLASS_TYPE_PARAMETER_BOUND);
    ApiType superclass = signature.type(TypeReference.newSuperTypeReference(-1).getValue());
    List<ApiType> interfaces = new ArrayList<>();
    while (signature.hasMore()) {
      interfaces.add(
          signature.type(TypeReference.newSuperTypeReference(interfaces.size()).getValue()));
    }
    return new ApiClass(
        Modifiers.known(access),
        node.name.replace('/', '.'),
        parameters,
        (access & Opcodes.ACC_INTERFACE) != 0 ? null : superclass,
        interfaces,
        List.of());
  }

  /**
   * Adds the members that a class declares.
   *
   * @param owner the class to which the members are added: the class itself or a class that
   *     inherits them
   * @param arguments the values of the type parameters in that class
   */
  private static void addMembers(
      ClassNode node, Map<String, Member> members, ApiClass owner, Map<String, ApiType> arguments) {
    boolean isInherited = !node.name.replace('/', '.').equals(owner.name());
    for (FieldNode field : node.fields) {
      if (isVisible(field.access)) {
        members.putIfAbsent(field.name, member(field).with(arguments));
      }
    }
    for (MethodNode method : node.methods) {
      if (isVisible(method.access) && !(isInherited && method.name.equals("<init>"))) {
        Member member = member(method).with(arguments);
        members.putIfAbsent(member.key(owner.variables()), member);
      }
    }
  }

  private static boolean isVisible(int access) {
    return (access & VISIBLE) != 0 && (access & HIDDEN) == 0;
  }

  private static Member member(FieldNode field) {
    JvmSignature signature =
        new JvmSignature(
            field.signature == null ? field.desc : field.signature, field.visibleTypeAnnotations);
    boolean isConstant = (field.access & Opcodes.ACC_STATIC) != 0 && field.value != null;
    return new Member(
        Modifiers.known(field.access & ~Opcodes.ACC_TRANSIENT), // The same bit as varargs.
        List.of(),
        signature.type(TypeReference.newTypeReference(TypeReference.FIELD).getValue()),
        field.name,
        null,
        List.of(),
        isConstant ? value(field) : "");
  }

  private static String value(FieldNode constant) {
    return switch (constant.desc) {
      case "Ljava/lang/String;" -> TextNode.valueOf((String) constant.value).toString();
      case "Z" -> String.valueOf(!constant.value.equals(0));
      default -> constant.value.toString();
    };
  }

  private static Member member(MethodNode method) {
    JvmSignature signature =
        new JvmSignature(
            method.signature == null ? method.desc : method.signature,
            method.visibleTypeAnnotations);
    List<Parameter> typeParameters =
        signature.typeParameters(TypeReference.METHOD_TYPE_PARAMETER_BOUND);
    List<ApiType> parameters = new ArrayList<>();
    signature.take('(');
    while (!signature.take(')')) {
      parameters.add(
          signature.type(TypeReference.newFormalParameterReference(parameters.size()).getValue()));
    }
    return new Member(
        Modifiers.known(method.access),
        typeParameters,
        signature.type(TypeReference.newTypeReference(TypeReference.METHOD_RETURN).getValue()),
        method.name.equals("<init>") ? Member.CONSTRUCTOR : method.name,
        parameters,
        method.exceptions.stream().map(name -> ApiType.ofClass(name)).toList(),
        method.annotationDefault == null ? "" : Member.DEFAULT);
  }
}
