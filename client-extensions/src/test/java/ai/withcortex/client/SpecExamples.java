package ai.withcortex.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ai.withcortex.model.Run;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The JSON texts under {@code spec/examples}, and an adapter for those that are pages. */
public final class SpecExamples {
  /** The files that are pages of runs; the others are errors. */
  public static final List<String> PAGES =
      List.of(
          "documentation.json",
          "draft-run.json",
          "empty-page.json",
          "minimal-run.json",
          "pending-run.json",
          "runs.json");

  public static final List<String> ERRORS =
      List.of(
          "error-401.json",
          "error-403.json",
          "error-404.json",
          "error-422.json",
          "error-429.json",
          "error-500.json",
          "error-503.json");

  private SpecExamples() {}

  /** The text of a file. */
  public static String read(String name) throws IOException {
    String resource = "/ai/withcortex/spec/examples/" + name;
    try (InputStream in = requireNonNull(SpecExamples.class.getResourceAsStream(resource), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** The adapter of a page of runs. */
  public static JsonAdapter<List<Run>> pageAdapter(Moshi moshi) {
    return moshi.adapter(Types.newParameterizedType(List.class, Run.class));
  }
}
