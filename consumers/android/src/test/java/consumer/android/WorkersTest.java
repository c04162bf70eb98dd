package consumer.android;

import static org.junit.jupiter.api.Assertions.assertEquals;

import android.content.Context;
import com.google.common.util.concurrent.ListenableFuture;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkersTest {
  /** They cannot be compiled with the app, since AndroidX is in AARs. Nothing runs them here. */
  @ParameterizedTest
  @ValueSource(strings = {"ExportWorker", "AwaitWorker"})
  void compiles(String worker, @TempDir Path folder) throws Exception {
    List<Path> classPath = new ArrayList<>(Place.libraries());
    classPath.add(Place.APP_JAR);
    classPath.add(Place.TOOLS.resolve("work/classes.jar"));
    classPath.add(Place.jarOf(Context.class));
    classPath.add(Place.jarOf(ListenableFuture.class));
    String joined =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> options = List.of("--release", "17", "-d", folder.toString(), "-cp", joined);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjects(
                      Path.of("src/worker/java/consumer/android/" + worker + ".java")))
              .call();
      assertEquals(true, isCompiled, said::toString);
    }
  }
}
