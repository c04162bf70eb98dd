package ai.withcortex.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.client.CortexJson;
import ai.withcortex.model.Run;
import ai.withcortex.spec.RandomResponse;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecTypes;
import ai.withcortex.testing.CortexSandbox;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the inputs that a fuzzer starts with; a program of its own, before the fuzzer runs. */
public final class SeedCorpus {
  private static final int LONGEST = 16_384;
  private static final int RANDOM_RESPONSES = 200;

  private final Path folder;
  private int count;

  private SeedCorpus(Path folder) {
    this.folder = folder;
  }

  /** Takes the folder with the spec's examples, the one to write to, and one for the fuzzer. */
  public static void main(String[] arguments) throws IOException {
    SeedCorpus corpus = new SeedCorpus(Files.createDirectories(Path.of(arguments[1])));
    Files.createDirectories(Path.of(arguments[2]));
    corpus.addExamples(Path.of(arguments[0]));
    corpus.addSandboxPages();
    corpus.addRandomResponses();
  }

  private void addExamples(Path examples) throws IOException {
    try (Stream<Path> files = Files.walk(examples)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(Files.readString(file));
      }
    }
  }

  private void addSandboxPages() throws IOException {
    JsonAdapter<List<Run>> adapter =
        CortexJson.moshi().adapter(Types.newParameterizedType(List.class, Run.class));
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      for (Run run : sandbox.runs("app_1", "work_1").subList(0, 20)) {
        add(adapter.toJson(List.of(run)));
      }
    }
  }

  private void addRandomResponses() throws IOException {
    SpecType page = SpecTypes.page();
    for (int seed = 0; seed < RANDOM_RESPONSES; seed++) {
      add(RandomResponse.of(page, seed, Set.of()).json());
    }
  }

  /** Adds a text as it is, and as a tree to change. */
  private void add(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > LONGEST) {
      return;
    }
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    tree.write(FuzzInput.TREE);
    tree.write(ByteBuffer.allocate(Long.BYTES).putLong(0, count).array());
    tree.write(bytes);
    Files.write(folder.resolve("text-" + count), bytes);
    Files.write(folder.resolve("tree-" + count), tree.toByteArray());
    count++;
  }
}
