package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.steps.StepJsonAdapterFactory;
import ai.withcortex.model.ModelJsonAdapterFactory;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SharedVersionsFactoryTest {
  /** The simple names of the models that an adapter was asked for, behind the factory. */
  private final List<String> asked = new ArrayList<>();

  private final JsonAdapter<List<Run>> page =
      SpecExamples.pageAdapter(
          new Moshi.Builder()
              .add(new SharedVersionsFactory())
              .add(
                  (type, annotations, moshi) -> {
                    asked.add(simpleName(type));
                    return null;
                  })
              .add(StepJsonAdapterFactory.create())
              .add(ModelJsonAdapterFactory.create())
              .build());

  private static String simpleName(Type type) {
    return type.getTypeName().replaceAll(".*\\.", "");
  }

  private long versionsAsked() {
    return asked.stream().filter("WorkflowVersion"::equals).count();
  }

  @Test
  void makesTheAdapterOfAVersionWhenThereIsOne() throws IOException {
    assertEquals(1, page.fromJson(SpecExamples.read("pending-run.json")).size());
    assertEquals(0, versionsAsked());

    List<Run> runs = page.fromJson(SpecExamples.read("runs.json"));
    assertEquals(runs, page.fromJson(page.toJson(runs)));
    assertEquals(1, versionsAsked());
  }
}
