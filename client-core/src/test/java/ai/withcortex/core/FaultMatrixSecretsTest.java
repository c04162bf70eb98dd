package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.RetryEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where neither the key nor a value of a payload may appear, whatever goes wrong.
 *
 * <p>The servers of the matrix put the payload into bodies, headers, reason phrases and what is no
 * HTTP at all, and quote the key; requests have it in their query and body.
 */
@Timeout(600)
@Tag("no-mutation")
final class FaultMatrixSecretsTest {
  private static final String PAYLOAD = "canary-payload";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingTellsThem(boolean ownKey) throws Exception {
    Said logged = new Said();
    Set<String> kinds = new HashSet<>();
    for (FaultRow row : FaultRow.all()) {
      for (boolean async : new boolean[] {false, true}) {
        try (FaultRun run = new FaultRun(row, null, ownKey)) {
          Object met = logged.during(() -> run.send(async));
          run.leave();

          List<String> texts = new ArrayList<>();
          Stream.of(run.configuration, run.transport, met).map(String::valueOf).forEach(texts::add);
          if (met instanceof Throwable failure) {
            texts.add(printed(failure));
          }
          for (Object event : run.heard.events) {
            kinds.add(event.getClass().getSimpleName());
            texts.addAll(said(event));
          }
          assertHidden(row.toString(), texts);
          assertFalse(excerpt(met).contains(TestServer.KEY), row::toString);
        }
      }
    }
    assertHidden("logs", logged.lines);
    assertEquals(
        Set.of(
            "RequestEvent",
            "AttemptEvent",
            "RetryEvent",
            "ResponseEvent",
            "FailureEvent",
            "DriftEvent"),
        kinds);
  }

  @Test
  void whatTellsThemWouldBeFound() throws Exception {
    Said said = new Said();
    Object unused =
        said.during(
            () -> {
              Logger.getLogger("okhttp3.OkHttpClient").finest("logs canary-payload");
              System.err.print("prints canary-key-7f3a");
              return "";
            });

    assertEquals(2, said.lines.size());
    for (String line : said.lines) {
      assertThrows(AssertionError.class, () -> assertHidden("", List.of(line)));
    }
    RequestEvent request = new RequestEvent("GET", "http://host/canary-payload", null);
    RetryEvent event = new RetryEvent(request, 2, "", Duration.ZERO);
    assertTrue(said(event).stream().anyMatch(text -> text.contains(PAYLOAD)));
  }

  private static void assertHidden(String where, List<String> texts) {
    for (String text : texts) {
      assertFalse(text.contains(PAYLOAD) || text.contains(TestServer.KEY), where + ": " + text);
    }
  }

  /** Everything that an event says, and the event in it. */
  private static List<String> said(Object event) throws ReflectiveOperationException {
    List<String> texts = new ArrayList<>(List.of(event.toString()));
    for (Method accessor : event.getClass().getMethods()) {
      if (accessor.getDeclaringClass() == event.getClass() && accessor.getParameterCount() == 0) {
        Object value = accessor.invoke(event);
        texts.add(accessor.getName() + " " + value);
        if (value instanceof RequestEvent) {
          texts.addAll(said(value));
        }
      }
    }
    return texts;
  }

  /** The stack trace with causes and what was suppressed. */
  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static String excerpt(Object met) {
    return met instanceof CortexApiException e
        ? e.bodyExcerpt()
        : met instanceof CortexDataException e ? e.bodyExcerpt() : "";
  }

  /** What is logged or printed, by whomever. */
  private static final class Said extends Handler {
    final List<String> lines = new ArrayList<>();

    /** Loggers are collected, and their levels with them, while nobody holds them. */
    private final Logger root = Logger.getLogger("");

    private final SimpleFormatter formatter = new SimpleFormatter();

    Said() {
      setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord record) {
      lines.add(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    Object during(Supplier<Object> task) {
      PrintStream out = System.out;
      PrintStream err = System.err;
      Level level = requireNonNull(root.getLevel());
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      PrintStream both = new PrintStream(printed, true, UTF_8);
      root.addHandler(this);
      root.setLevel(Level.ALL);
      System.setOut(both);
      System.setErr(both);
      try {
        return task.get();
      } finally {
        System.setErr(err);
        System.setOut(out);
        root.setLevel(level);
        root.removeHandler(this);
        if (printed.size() > 0) {
          lines.add(printed.toString(UTF_8));
        }
      }
    }
  }
}
