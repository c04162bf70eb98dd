package consumer.android;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.L8;
import com.android.tools.r8.L8Command;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs D8, L8 and R8 as their command lines do, several times in one process, which has to warm up
 * only once.
 *
 * <p>Each argument is a folder with the file {@code arguments}, whose first line is the tool. What
 * it objects to is written to the file {@code errors}, which is empty if it has made what it
 * should.
 */
final class Shrinking {
  public static void main(String[] folders) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<?>> builds = new ArrayList<>();
    for (String folder : folders) {
      builds.add(
          two.submit(
              () -> {
                build(Path.of(folder));
                return null;
              }));
    }
    two.shutdown();
    for (Future<?> build : builds) {
      build.get();
    }
  }

  private static void build(Path folder) throws IOException {
    List<String> errors = Collections.synchronizedList(new ArrayList<>());
    List<String> lines = Files.readAllLines(folder.resolve("arguments"));
    String[] arguments = lines.stream().skip(1).toArray(String[]::new);
    DiagnosticsHandler handler = new Errors(errors);
    try {
      switch (lines.get(0)) {
        case "D8" -> D8.run(D8Command.parse(arguments, Origin.root(), handler).build());
        case "L8" -> L8.run(L8Command.parse(arguments, Origin.root(), handler).build());
        default -> R8.run(R8Command.parse(arguments, Origin.root(), handler).build());
      }
    } catch (CompilationFailedException e) {
      errors.add(e.toString());
    }
    Files.write(folder.resolve("errors"), errors);
  }

  /** Keeps quiet about rules that match nothing. */
  private record Errors(List<String> errors) implements DiagnosticsHandler {
    @Override
    public void error(Diagnostic error) {
      errors.add(error.getDiagnosticMessage());
    }

    @Override
    public void info(Diagnostic info) {}
  }

  private Shrinking() {}
}
