package ai.withcortex.benchmarks.measurement;

import static java.util.Objects.requireNonNull;

import ai.withcortex.benchmarks.peers.ClientJars;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.MarkdownTable;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Ratio;
import ai.withcortex.testing.CortexSandbox;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures the size of a program that lists the first run, both shrunk by R8 for Android 8 and as
 * jars on a JVM.
 *
 * <p>In a full run, R8 also writes class files with the same rules. These class files are run to
 * make sure that no program is small only because it does not work. In a quick run, R8 shrinks only
 * the clients that have targets.
 */
final class Footprint implements Measurement {
  private static final Set<ClientJars> WITH_TARGETS =
      EnumSet.of(ClientJars.CORTEX, ClientJars.RETROFIT2_JACKSON);

  @Override
  public void measure(Effort effort, BenchmarkReport report) throws Exception {
    Path folder = Path.of(System.getProperty("benchmarks.dir"), "target", "footprint");
    Files.createDirectories(folder);
    Path platform = PlatformJar.write(folder.resolve("platform.jar"));
    Map<ClientJars, Dex> shrunk = new EnumMap<>(ClientJars.class);
    MarkdownTable table =
        new MarkdownTable("", "DEX bytes", "DEX classes", "DEX methods", "jar bytes", "jars");
    for (ClientJars client : ClientJars.values()) {
      List<Path> jars = client.jars();
      long jarBytes = 0;
      for (Path jar : jars) {
        jarBytes += Files.size(jar);
      }
      String[] row = {client.label, "-", "-", "-", number(jarBytes), number(jars.size())};
      if (effort == Effort.FULL ? client != ClientJars.NATIVE : WITH_TARGETS.contains(client)) {
        Path output = Files.createDirectories(folder.resolve(client.label));
        if (effort == Effort.FULL) {
          requireThatItWorks(client, platform, output.resolve("shrunk.jar"));
        }
        shrink(client, platform, output, "--dex", "--min-api", "26");
        Dex dex = Dex.read(output);
        shrunk.put(client, dex);
        row[1] = number(dex.bytes());
        row[2] = number(dex.classes());
        row[3] = number(dex.methods());
      }
      table.row(row);
    }
    Dex ours = requireNonNull(shrunk.get(ClientJars.CORTEX));
    Dex jackson = requireNonNull(shrunk.get(ClientJars.RETROFIT2_JACKSON));
    report.target(
        RatioTarget.atMost(
            0.6,
            "6. Shrunk DEX, bytes by those of stock retrofit2-jackson",
            Ratio.exact((double) ours.bytes() / jackson.bytes())));
    report.target(
        RatioTarget.atMost(
            0.6,
            "6. Shrunk DEX, methods by those of stock retrofit2-jackson",
            Ratio.exact((double) ours.methods() / jackson.methods())));
    report.heading("Footprint");
    report.text(
        "A program that lists the first run: what R8 makes of it for Android 8, and its jars with"
            + " all dependencies. stock native is not for Android, which has no java.net.http.");
    report.table(table);
  }

  private static String number(long value) {
    return String.format("%,d", value);
  }

  private static void requireThatItWorks(ClientJars client, Path platform, Path jar)
      throws Exception {
    shrink(client, platform, jar, "--classfile");
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      ColdStart.listFirst(client, jar.toString(), sandbox);
    }
  }

  private static void shrink(ClientJars client, Path platform, Path output, String... form)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(form));
    arguments.addAll(List.of("--release", "--no-data-resources"));
    arguments.addAll(List.of("--lib", platform.toString()));
    arguments.addAll(List.of("--pg-conf", client.rules().toString()));
    arguments.addAll(List.of("--output", output.toString()));
    client.jars().forEach(jar -> arguments.add(jar.toString()));
    R8.run(
        R8Command.parse(arguments.toArray(new String[0]), Origin.root(), new ErrorsAlone())
            .build());
  }

  /** Ignores warnings about rules that match nothing and about missing services in libraries. */
  private static final class ErrorsAlone implements DiagnosticsHandler {
    @Override
    public void warning(Diagnostic warning) {}

    @Override
    public void info(Diagnostic info) {}
  }

  /** The counts in the header of a DEX file. */
  private record Dex(int bytes, int classes, int methods) {
    static Dex read(Path folder) throws IOException {
      if (Files.exists(folder.resolve("classes2.dex"))) {
        throw new IllegalStateException("Expected one DEX file in " + folder);
      }
      byte[] file = Files.readAllBytes(folder.resolve("classes.dex"));
      ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      return new Dex(file.length, header.getInt(0x60), header.getInt(0x58));
    }
  }
}
