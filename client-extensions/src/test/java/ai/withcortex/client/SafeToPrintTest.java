package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.JsonTreeWriter;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.Characters;
import ai.withcortex.spec.SpecType.Choice;
import ai.withcortex.spec.SpecType.Day;
import ai.withcortex.spec.SpecType.Flag;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Time;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.spec.SpecTypes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes in and out of a workflow is in no text of a model; canaries stand for it. */
@Tag("spec")
final class SafeToPrintTest {
  private static final String CANARY = "canary";
  private static final Path MODELS =
      Path.of("../client-generated/target/generated-sources/openapi/src/main/java")
          .resolve("ai/withcortex/model");

  /** Strings that say which object it is. */
  private static final String IDENTITIES = "id|.*_id|key";

  /** Each schema is printed by itself, so its values need not be deep. */
  private static final int DEPTH = 4;

  private final Set<String> printed = new TreeSet<>();

  @Test
  void noTextOfAModelShowsData() throws Exception {
    for (Map.Entry<String, SpecType> schema : SpecTypes.all().entrySet()) {
      SpecType type = schema.getValue();
      if (type instanceof Model model) {
        read(schema.getKey(), poisoned(model, 0));
      } else if (type instanceof Union union) {
        for (String label : union.variants().keySet()) {
          read(schema.getKey(), labeled(union, union.variants().get(label), label, 0));
        }
        read(schema.getKey(), labeled(union, union.base(), "unknown", 0));
      }
    }

    assertEquals(generatedModels(), printed, "all models have been printed");
  }

  @Test
  void aRunShowsIdentityStatusTimesAndSizes() throws IOException {
    Run run =
        SpecExamples.pageAdapter(CortexJson.moshi())
            .fromJson(SpecExamples.read("draft-run.json"))
            .get(0);

    assertEquals(
        "Run{id=run_draft001, status=COMPLETED, origin=TEST, input=3 entries, output=1 entry,"
            + " result=array (17 characters), createdAt=2025-06-02T07:59:59Z,"
            + " startedAt=2025-06-02T08:00:00Z, endedAt=2025-06-02T08:00:01.500Z,"
            + " updatedAt=2025-06-02T08:00:01.500Z, appId=c, workflowAppId=c, workflowId=work_1,"
            + " workflowVersionDraft=WorkflowVersionDraft{key=capitalise-names, steps=2 elements,"
            + " additionalProperties=3 entries}, usage=Usage{total=0, steps=1 entry}}",
        run.toString());
  }

  private void read(String schema, JsonTree value) throws Exception {
    Path source = MODELS.resolve(schema + ".java");
    if (Files.exists(source)) { // Only the variants of a base have classes.
      Class<?> type = Class.forName(Run.class.getPackageName() + "." + schema);
      print(CortexJson.moshi().adapter(type).fromJson(JsonTreeWriter.write(value)));
    }
  }

  /** Returns a value of a type, with canaries in all data. */
  private static JsonTree poisoned(String property, SpecType type, int depth) {
    if (type instanceof Characters) {
      return new Text(property.matches(IDENTITIES) ? property : CANARY);
    } else if (type instanceof Time || type instanceof Day) {
      return new Text("2025-06-02");
    } else if (type instanceof Choice choice) {
      return new Text(choice.values().get(0));
    } else if (type instanceof Flag) {
      return new Bool(true);
    } else if (type instanceof ListOf list) {
      return new Elements(
          depth > DEPTH ? List.of() : List.of(poisoned("", list.elements(), depth + 1)));
    } else if (type instanceof MapOf map) {
      return new Members(
          depth > DEPTH
              ? List.of()
              : List.of(new Member(CANARY, poisoned("", map.values(), depth + 1))));
    } else if (type instanceof Model model) {
      return poisoned(model, depth + 1);
    } else if (type instanceof Union union) {
      Map.Entry<String, Model> variant = union.variants().entrySet().iterator().next();
      return labeled(union, variant.getValue(), variant.getKey(), depth + 1);
    }
    boolean isAny = type instanceof Free;
    return isAny ? new Elements(List.of(new Text(CANARY))) : new Digits("7");
  }

  private static Members poisoned(Model model, int depth) {
    List<Member> members = new ArrayList<>();
    model
        .properties()
        .forEach(
            (name, property) -> {
              if (property.required() || depth <= DEPTH) {
                members.add(new Member(name, poisoned(name, property.type(), depth)));
              }
            });
    members.add(new Member(CANARY, new Text(CANARY)));
    return new Members(members);
  }

  private static Members labeled(Union union, Model variant, String label, int depth) {
    List<Member> members = new ArrayList<>();
    members.add(new Member(union.discriminator(), new Text(label)));
    poisoned(variant, depth).list().stream()
        .filter(member -> !member.name().equals(union.discriminator()))
        .forEach(members::add);
    return new Members(members);
  }

  private void print(Object value) throws ReflectiveOperationException {
    if (value instanceof Collection) {
      for (Object element : (Collection<?>) value) {
        print(element);
      }
    } else if (value instanceof Map) {
      print(((Map<?, ?>) value).values());
    } else if (value instanceof JsonValue || isModel(value)) {
      assertFalse(value.toString().contains(CANARY), value::toString);
      if (isModel(value)) {
        printParts(value);
      }
    }
  }

  private static boolean isModel(Object value) {
    return value != null && value.getClass().getSimpleName().startsWith("Immutable");
  }

  private void printParts(Object model) throws ReflectiveOperationException {
    Class<?> type = model.getClass().getSuperclass();
    printed.add(type.getSimpleName());
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0 && Modifier.isAbstract(method.getModifiers())) {
        print(method.invoke(model));
      }
    }
  }

  private static Set<String> generatedModels() throws IOException {
    Set<String> models = new TreeSet<>();
    try (Stream<Path> files = Files.list(MODELS)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("@Value.Immutable\npublic abstract class")) {
          models.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return models;
  }
}
