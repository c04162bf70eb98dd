package ai.withcortex.trial.workshop;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.trial.workshop.Outcome.Kind;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Generates, compiles, and checks clients. Each step has to end within a time limit. */
public final class Workshop {
  private final Generator generator;
  private final List<ClientCheck> checks;
  private final TimeLimit limit;

  public Workshop(Generator generator, List<ClientCheck> checks, Duration limit) {
    this.generator = generator;
    this.checks = List.copyOf(checks);
    this.limit = new TimeLimit(limit);
  }

  public List<ClientCheck> checks() {
    return checks;
  }

  /** Generates a client, compiles it, and runs the checks. */
  public Outcome run(Path document, Mappings mappings) throws IOException, InterruptedException {
    Outcome generated = generate(document, mappings);
    return generated.kind() == Kind.GENERATED ? compile(document, generated.sources()) : generated;
  }

  /** Generates a client. */
  public Outcome generate(Path document, Mappings mappings)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("trial");
    try {
      return Outcome.generated(limit.run(() -> generator.generate(document, folder, mappings)));
    } catch (TimeLimit.ExceededException e) {
      return Outcome.failed(Kind.TOO_SLOW, Failures.describe(e));
    } catch (ExecutionException e) {
      return Failures.refusal(e)
          .map(Outcome::refused)
          .orElseGet(() -> Outcome.failed(Kind.CRASHED, Failures.describe(e.getCause())));
    } finally {
      delete(folder);
    }
  }

  /** Compiles a client and runs the checks. */
  public Outcome compile(Path document, Map<String, String> sources)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("trial");
    try {
      ClassLoader classes = limit.run(() -> CompiledSources.compile(sources, folder));
      return Outcome.compiled(sources, check(new Client(document, sources, classes)));
    } catch (TimeLimit.ExceededException e) {
      return Outcome.failed(Kind.TOO_SLOW, "The compiler " + Failures.describe(e));
    } catch (ExecutionException e) {
      return Outcome.failed(Kind.NOT_COMPILED, Failures.message(e.getCause()));
    } finally {
      delete(folder);
    }
  }

  private Map<String, ClientCheck.Result> check(Client client) throws InterruptedException {
    Map<String, ClientCheck.Result> results = new LinkedHashMap<>();
    for (ClientCheck check : checks) {
      results.put(check.title(), check(check, client));
    }
    return results;
  }

  private ClientCheck.Result check(ClientCheck check, Client client) throws InterruptedException {
    try {
      return limit.run(() -> check.check(client));
    } catch (ExecutionException e) {
      return new ClientCheck.Result(0, List.of(Failures.describe(e.getCause())));
    } catch (TimeLimit.ExceededException e) {
      return new ClientCheck.Result(0, List.of(Failures.describe(e)));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (DirectoryNotEmptyException e) {
      // A step that took too long still writes files. They stay in the folder for temporary files.
    }
  }
}
