package consumer.android;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.DefaultLogger;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the published modules are checked with finds what is not there. */
final class PlantedApiTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "26 | text.strip().length() | String String.strip()",
        "26 | java.net.URLEncoder.encode(text, (java.nio.charset.Charset) null).length()"
            + " | String java.net.URLEncoder.encode(String, java.nio.charset.Charset)",
        "24-desugared | new java.util.concurrent.CompletableFuture<String>().copy().hashCode()"
            + " | java.util.concurrent.CompletableFuture java.util.concurrent.CompletableFuture.copy()",
        "24-desugared | text.getClass().getMethods()[0].getParameters().length"
            + " | java.lang.reflect.Parameter[] java.lang.reflect.Method.getParameters()",
      })
  void isFound(String level, String expression, String found) throws Exception {
    Path classes = compile(expression);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertThrows(BuildException.class, () -> check(level, classes, told));
    String log = told.toString(StandardCharsets.UTF_8);
    assertTrue(log.contains("Undefined reference: " + found), log);
  }

  @ParameterizedTest
  @CsvSource({
    "26, (int) java.time.Instant.parse(text).getEpochSecond()",
    "24-desugared, (int) java.time.Instant.parse(text).getEpochSecond()",
  })
  void whatIsThereIsNot(String level, String expression) throws Exception {
    Path classes = compile(expression);
    assertDoesNotThrow(() -> check(level, classes, new ByteArrayOutputStream()));
  }

  private Path compile(String expression) throws Exception {
    Path source = folder.resolve("Planted.java");
    Files.writeString(
        source, "class Planted { static int use(String text) { return " + expression + "; } }");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> arguments =
        List.of("--release", "17", "-d", classes.toString(), source.toString());
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0])));
    return classes;
  }

  private static void check(String level, Path classes, ByteArrayOutputStream told) {
    Project project = new Project();
    project.init();
    DefaultLogger logger = new DefaultLogger();
    logger.setMessageOutputLevel(Project.MSG_ERR);
    PrintStream log = new PrintStream(told, true, StandardCharsets.UTF_8);
    logger.setOutputPrintStream(log);
    logger.setErrorPrintStream(log);
    project.addBuildListener(logger);
    project.setProperty("classes", classes.toString());
    project.setProperty("signature", Place.signature(level).toString());
    project.addReference("libraries", new org.apache.tools.ant.types.Path(project));
    ProjectHelper.configureProject(project, new File("api-levels.xml"));
    project.executeTarget("check");
  }
}
