package ai.withcortex.regeneration.api;

import static java.util.stream.Collectors.joining;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.TypeScope.TypeParameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that have a public API and do nothing, for tools that compare class files. */
final class StubJar {
  private StubJar() {}

  static byte[] of(PublicApi api) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      for (ApiClass apiClass : api.classes()) {
        jar.putNextEntry(new ZipEntry(internalName(apiClass.name()) + ".class"));
        jar.write(classFile(apiClass));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] classFile(ApiClass apiClass) {
    ClassWriter writer = new ClassWriter(0);
    int access = Modifiers.access(apiClass.modifiers());
    writer.visit(
        Opcodes.V1_8,
        access & ~(Opcodes.ACC_STATIC | Opcodes.ACC_PROTECTED),
        internalName(apiClass.name()),
        signature(apiClass),
        superclass(apiClass),
        apiClass.interfaces().stream().map(StubJar::internalName).toArray(String[]::new));
    int dollar = apiClass.name().lastIndexOf('$');
    if (dollar >= 0) {
      writer.visitInnerClass(
          internalName(apiClass.name()),
          internalName(apiClass.name().substring(0, dollar)),
          apiClass.name().substring(dollar + 1),
          access);
    }
    for (Member member : apiClass.members()) {
      write(writer, apiClass, member);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void write(ClassWriter writer, ApiClass apiClass, Member member) {
    int access = Modifiers.access(member.modifiers());
    String descriptor = member.descriptor(apiClass.scope());
    if (member.parameters() == null) {
      String generic = member.type().type().isGeneric() ? member.type().type().signature() : null;
      writer.visitField(access, member.name(), descriptor, generic, null).visitEnd();
      return;
    }
    boolean isConstructor = member.name().equals(Member.CONSTRUCTOR);
    MethodVisitor method =
        writer.visitMethod(
            access,
            isConstructor ? "<init>" : member.name(),
            descriptor,
            signature(member),
            member.exceptions().stream().map(StubJar::internalName).toArray(String[]::new));
    if ((access & Opcodes.ACC_ABSTRACT) == 0) {
      method.visitCode();
      method.visitInsn(Opcodes.ACONST_NULL);
      method.visitInsn(Opcodes.ATHROW);
      method.visitMaxs(1, 1 + member.parameters().size() * 2);
    }
    method.visitEnd();
  }

  private static String superclass(ApiClass apiClass) {
    return apiClass.superclass() == null ? "java/lang/Object" : internalName(apiClass.superclass());
  }

  private static String internalName(ApiType type) {
    return internalName(((ApiType.Named) type).name());
  }

  private static String internalName(String name) {
    return name.replace('.', '/');
  }

  private static String signature(ApiClass apiClass) {
    ApiType superclass = apiClass.superclass();
    return signature(apiClass.typeParameters())
        + (superclass == null ? ApiType.Named.OBJECT : superclass).signature()
        + apiClass.interfaces().stream().map(ApiType::signature).collect(joining());
  }

  private static @Nullable String signature(Member member) {
    List<ApiClass.Slot> parameters = member.parameters();
    return parameters == null
        ? null
        : signature(member.typeParameters())
            + parameters.stream().map(p -> p.type().signature()).collect(joining("", "(", ")"))
            + member.type().type().signature();
  }

  private static String signature(List<TypeParameter> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(
                p ->
                    p.name()
                        + p.bounds().stream()
                            .map(bound -> ":" + bound.signature())
                            .collect(joining()))
            .collect(joining("", "<", ">"));
  }
}
