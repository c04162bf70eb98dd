package ai.withcortex.regeneration.api;

import static java.util.Comparator.comparing;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiClass.Slot;
import ai.withcortex.regeneration.api.TypeScope.TypeParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Takes from class files what other packages can use. */
final class ClassFiles {
  private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
  private static final int HIDDEN = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
  private static final String NULLABLE = "Lorg/jspecify/annotations/Nullable;";

  private final Map<String, ClassNode> nodes = new TreeMap<>();

  ClassFiles(List<byte[]> files) {
    for (byte[] file : files) {
      ClassNode node = new ClassNode();
      new ClassReader(file).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      nodes.put(node.name, node);
    }
  }

  PublicApi api() {
    return new PublicApi(
        nodes.values().stream()
            .filter(node -> !node.name.endsWith("package-info") && isVisible(node))
            .map(this::apiClass)
            .sorted(comparing(ApiClass::name))
            .toList());
  }

  /** Whether a class and all around it can be named from another package. */
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
    List<TypeParameter> parameters = typeParameters(node);
    List<ApiType> supertypes = supertypes(node);
    TypeScope scope = new TypeScope(parameters, null);
    Map<String, Member> members = new LinkedHashMap<>();
    addMembers(node, members, scope, Map.of(), true);
    List<ApiType> interfaces = new ArrayList<>(supertypes.subList(1, supertypes.size()));
    ApiType superclass = supertypes.get(0);
    for (ClassNode hidden = hidden(superclass); hidden != null; hidden = hidden(superclass)) {
      Map<String, ApiType> arguments = arguments(hidden, (ApiType.Named) superclass);
      addMembers(hidden, members, scope, arguments, false);
      List<ApiType> above = supertypes(hidden);
      above.stream().skip(1).map(type -> type.with(arguments)).forEach(interfaces::add);
      superclass = above.get(0).with(arguments);
    }
    return new ApiClass(
        Modifiers.ofClass(access, isDeprecated(node.access)),
        node.name.replace('/', '.'),
        parameters,
        (access & Opcodes.ACC_INTERFACE) != 0 ? null : superclass,
        interfaces,
        members.values().stream()
            .sorted(comparing(Member::name).thenComparing(Member::text))
            .toList());
  }

  private static List<TypeParameter> typeParameters(ClassNode node) {
    return node.signature == null ? List.of() : new JvmSignature(node.signature).typeParameters();
  }

  /** The superclass, then the interfaces. */
  private static List<ApiType> supertypes(ClassNode node) {
    List<ApiType> supertypes = new ArrayList<>();
    if (node.signature == null) {
      supertypes.add(JvmSignature.type("L" + node.superName + ";"));
      node.interfaces.forEach(name -> supertypes.add(JvmSignature.type("L" + name + ";")));
    } else {
      JvmSignature signature = new JvmSignature(node.signature);
      signature.typeParameters();
      while (signature.hasMore()) {
        supertypes.add(signature.type());
      }
    }
    return supertypes;
  }

  private @Nullable ClassNode hidden(ApiType superclass) {
    ClassNode node = nodes.get(((ApiType.Named) superclass).name().replace('.', '/'));
    return node == null || isVisible(node) ? null : node;
  }

  /** What the type parameters of a class are in a class that extends it. */
  private static Map<String, ApiType> arguments(ClassNode node, ApiType.Named superclass) {
    Map<String, ApiType> arguments = new TreeMap<>();
    List<TypeParameter> parameters = typeParameters(node);
    for (int i = 0; i < superclass.arguments().size(); i++) {
      arguments.put(parameters.get(i).name(), superclass.arguments().get(i));
    }
    return arguments;
  }

  /**
   * Adds what a class declares.
   *
   * @param arguments what its type parameters stand for
   * @param isItself false for a class above, whose constructors are not inherited
   */
  private static void addMembers(
      ClassNode node,
      Map<String, Member> members,
      TypeScope scope,
      Map<String, ApiType> arguments,
      boolean isItself) {
    for (FieldNode field : node.fields) {
      if ((field.access & VISIBLE) != 0 && (field.access & HIDDEN) == 0) {
        members.putIfAbsent(field.name, member(field).with(arguments));
      }
    }
    for (MethodNode method : node.methods) {
      boolean isConstructor = method.name.equals("<init>");
      if ((method.access & VISIBLE) != 0
          && (method.access & HIDDEN) == 0
          && !method.name.equals("<clinit>")
          && (isItself || !isConstructor)) {
        Member member = member(method, isConstructor).with(arguments);
        members.putIfAbsent(member.name() + member.descriptor(scope), member);
      }
    }
  }

  private static Member member(FieldNode field) {
    ApiType type = JvmSignature.type(field.signature == null ? field.desc : field.signature);
    boolean isNullable = isNullable(field.visibleTypeAnnotations, TypeReference.FIELD, 0);
    return new Member(
        Modifiers.ofField(field.access, isDeprecated(field.access)),
        List.of(),
        new Slot(isNullable, type),
        field.name,
        null,
        List.of());
  }

  private static Member member(MethodNode method, boolean isConstructor) {
    JvmSignature signature =
        new JvmSignature(method.signature == null ? method.desc : method.signature);
    List<TypeParameter> typeParameters = signature.typeParameters();
    List<Slot> parameters = new ArrayList<>();
    signature.skip('(');
    while (!signature.isAt(')')) {
      boolean isNullable =
          isNullable(
              method.visibleTypeAnnotations,
              TypeReference.METHOD_FORMAL_PARAMETER,
              parameters.size());
      parameters.add(new Slot(isNullable, signature.type()));
    }
    signature.skip(')');
    boolean returnsNull = isNullable(method.visibleTypeAnnotations, TypeReference.METHOD_RETURN, 0);
    return new Member(
        Modifiers.ofMethod(method.access, isDeprecated(method.access)),
        typeParameters,
        new Slot(returnsNull, signature.type()),
        isConstructor ? Member.CONSTRUCTOR : method.name,
        parameters,
        method.exceptions.stream().map(name -> JvmSignature.type("L" + name + ";")).toList());
  }

  private static boolean isDeprecated(int access) {
    return (access & Opcodes.ACC_DEPRECATED) != 0;
  }

  private static boolean isNullable(
      @Nullable List<TypeAnnotationNode> annotations, int sort, int parameter) {
    if (annotations == null) {
      return false;
    }
    return annotations.stream()
        .filter(a -> a.desc.equals(NULLABLE))
        .filter(a -> a.typePath == null || isWhole(a))
        .map(a -> new TypeReference(a.typeRef))
        .anyMatch(
            ref ->
                ref.getSort() == sort
                    && (sort != TypeReference.METHOD_FORMAL_PARAMETER
                        || ref.getFormalParameterIndex() == parameter));
  }

  /** A nested class has a step into it; every other step leads into a part of the type. */
  private static boolean isWhole(TypeAnnotationNode annotation) {
    for (int i = 0; i < annotation.typePath.getLength(); i++) {
      if (annotation.typePath.getStep(i) != TypePath.INNER_TYPE) {
        return false;
      }
    }
    return true;
  }
}
