package ai.withcortex.regeneration.api;

import static java.util.stream.Collectors.joining;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiType.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Creates class files that have a public API and do nothing, for tools that compare class files.
 */
final class StubJar {
  private StubJar() {}

  static byte[] of(PublicApi api) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      for (ApiClass apiClass : api.classes()) {
        jar.putNextEntry(new ZipEntry(ApiType.ofClass(apiClass.name()).internalName() + ".class"));
        jar.write(classFile(apiClass));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] classFile(ApiClass apiClass) {
    ClassWriter writer = new ClassWriter(0);
    Map<String, ApiType> variables = apiClass.variables();
    ApiType superclass = apiClass.superclass() == null ? ApiType.OBJECT : apiClass.superclass();
    String name = ApiType.ofClass(apiClass.name()).internalName();
    writer.visit(
        Opcodes.V1_8,
        apiClass.access() & ~(Opcodes.ACC_STATIC | Opcodes.ACC_PROTECTED),
        name,
        Parameter.signature(apiClass.typeParameters(), variables)
            + superclass.signature(variables)
            + signatures(apiClass.interfaces(), variables),
        superclass.internalName(),
        internalNames(apiClass.interfaces()));
    int dollar = name.lastIndexOf('$');
    if (dollar >= 0) {
      writer.visitInnerClass(
          name, name.substring(0, dollar), name.substring(dollar + 1), apiClass.access());
    }
    apiClass.members().forEach(member -> write(writer, member, member.variables(apiClass)));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void write(ClassWriter writer, Member member, Map<String, ApiType> variables) {
    String descriptor = member.descriptor(variables);
    String type = member.type().signature(variables);
    List<ApiType> parameters = member.parameters();
    if (parameters == null) {
      String signature = member.type().isPrimitive() ? null : type;
      writer.visitField(member.access(), member.name(), descriptor, signature, null).visitEnd();
      return;
    }
    MethodVisitor method =
        writer.visitMethod(
            member.access(),
            member.isConstructor() ? "<init>" : member.name(),
            descriptor,
            Parameter.signature(member.typeParameters(), variables)
                + ("(" + signatures(parameters, variables) + ")" + type),
            internalNames(member.exceptions()));
    if ((member.access() & Opcodes.ACC_ABSTRACT) == 0) {
      method.visitCode();
      method.visitInsn(Opcodes.ACONST_NULL);
      method.visitInsn(Opcodes.ATHROW);
      method.visitMaxs(1, 1 + parameters.size() * 2);
    }
    method.visitEnd();
  }

  private static String signatures(List<ApiType> types, Map<String, ApiType> variables) {
    return types.stream().map(type -> type.signature(variables)).collect(joining());
  }

  private static String[] internalNames(List<ApiType> classes) {
    return classes.stream().map(ApiType::internalName).toArray(String[]::new);
  }
}
