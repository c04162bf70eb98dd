package ai.withcortex.benchmarks.jmh;

import ai.withcortex.benchmarks.pages.Pages;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads pages with our client from one of two checkouts, each with its own class loader. */
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CheckoutBenchmark {
  /** The checkouts to choose from. */
  public enum Side {
    BEFORE,
    NOW
  }

  /** The checkout whose client reads the pages. */
  @Param public Side side;

  /** The pages to read. */
  @Param public Pages pages;

  /** The class path of the other checkout. */
  @Param("")
  public String before;

  /** The class path of this checkout. */
  @Param("")
  public String now;

  private URLClassLoader loader;
  private Object codec;
  private Method decode;
  private byte[][] bodies;
  private int next;

  /** Loads the client and creates the pages. */
  @Setup
  public void open() throws Exception {
    List<URL> jars = new ArrayList<>();
    for (String jar : (side == Side.NOW ? now : before).split(File.pathSeparator, -1)) {
      jars.add(Path.of(jar).toUri().toURL());
    }
    loader = new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    Class<?> type = loader.loadClass("ai.withcortex.benchmarks.cortex.Codec");
    codec = type.getConstructor().newInstance();
    decode = type.getMethod("decode", byte[].class);
    bodies = new byte[DecodeBenchmark.SEEDS][];
    for (int seed = 0; seed < bodies.length; seed++) {
      bodies[seed] = pages.bytes(seed);
    }
  }

  /** Reads one page. */
  @Benchmark
  public Object decode() throws ReflectiveOperationException {
    next = (next + 1) % bodies.length;
    return decode.invoke(codec, (Object) bodies[next]);
  }

  /** Closes the jars. */
  @TearDown
  public void close() throws Exception {
    loader.close();
  }
}
