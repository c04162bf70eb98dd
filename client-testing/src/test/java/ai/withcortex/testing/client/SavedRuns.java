package ai.withcortex.testing.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of runs, one a line, each with the checkpoint behind it; and the program that writes it,
 * whenever it is killed.
 */
final class SavedRuns {
  private final Path file;

  SavedRuns(Path file) {
    this.file = file;
  }

  /** Goes on where the file ends, and prints the number of each run it has saved. */
  public static void main(String[] arguments) throws IOException {
    SavedRuns saved = new SavedRuns(Path.of(arguments[2]));
    WalkOptions options = WalkOptions.builder().checkpoint(saved.checkpoint()).prefetch(2).build();
    RunQuery query = RunQuery.builder().take(25).build();
    try (CortexClient cortex =
            CortexClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build();
        Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk(options);
        OutputStream out = new FileOutputStream(saved.file.toFile(), true)) {
      while (walk.hasNext()) {
        String line = walk.next().id() + " " + walk.checkpoint().text() + "\n";
        out.write(line.getBytes(UTF_8));
        System.out.println(walk.checkpoint().delivered());
      }
      System.out.println(walk.receipt().verdict());
    }
  }

  /** The last one that was written as a whole; what follows it is cut off. */
  private @Nullable Checkpoint checkpoint() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      String text = Files.readString(file);
      content.setLength(text.lastIndexOf('\n') + 1L);
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() ? null : checkpoint(lines.get(lines.size() - 1));
  }

  private static Checkpoint checkpoint(String line) {
    return Checkpoint.of(line.substring(line.indexOf(' ') + 1));
  }

  /** The IDs of the runs in the file, in order. */
  List<String> ids() throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
