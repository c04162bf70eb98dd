package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signatures of compiled sources. */
final class ClassFilesTest {
  @TempDir Path folder;

  @Test
  void readsWhatOthersCanUse() throws IOException {
    String source =
        """
        package a;

        import java.util.*;
        import java.util.function.*;
        import org.jspecify.annotations.*;

        public abstract class Box<T extends @Nullable Object, C extends Comparable<@Nullable C>>
            extends Hidden<List<@Nullable String>> implements Supplier<@Nullable T> {
          public static final boolean FLAG = true;
          public static final String TEXT = "say \\"hi\\"\\n";
          public static final double RATIO = 0.5;
          public static final Object NONE = "";
          public static final long BIG = 1L << 40;
          protected transient int number = 3;
          int hidden;

          protected Box() {}

          public Map.@Nullable Entry<String, @Nullable Integer> entry() { return null; }
          public @Nullable String[][] elements() { return null; }
          public String @Nullable [][] arrays(int[] @Nullable [] inner) { return null; }
          public <R extends @Nullable Object, E extends Exception> R map(
              Function<? super T, ? extends @Nullable R> f, String... names) throws E, Error { return null; }
          @Deprecated public final synchronized void old() {}

          public enum Size { SMALL, LARGE { }, MEDIUM; public int inches; }

          protected @interface Mark { String[] names() default {}; int level(); }

          protected static class Nested { }
          private static class Secret { public int secret; }
        }

        class Hidden<X> implements Consumer<X> {
          public X kept;
          public Hidden() {}
          public void accept(X x) {}
        }
        """;
    assertEquals(
        """
        # Signatures, format 2, written by spec/record-release

        public abstract class a.Box<T extends @Nullable Object, C extends Comparable<@Nullable C>> extends Object implements java.util.function.Supplier<@Nullable T>, java.util.function.Consumer<java.util.List<@Nullable String>>
          public static final long BIG = 1099511627776
          public static final boolean FLAG = true
          public static final Object NONE
          public static final double RATIO = 0.5
          public static final String TEXT = "say \\"hi\\"\\n"
          public void accept(java.util.List<@Nullable String>)
          public String @Nullable [][] arrays(int[] @Nullable [])
          public @Nullable String[][] elements()
          public @Nullable java.util.Map$Entry<String, @Nullable Integer> entry()
          public java.util.List<@Nullable String> kept
          public varargs <R extends @Nullable Object, E extends Exception> R map(java.util.function.Function<? super T, ? extends @Nullable R>, String[]) throws Exception, Error
          protected new()
          protected int number
          @Deprecated public final void old()

        protected static @interface a.Box$Mark implements java.lang.annotation.Annotation
          public abstract int level()
          public abstract String[] names() default

        protected static class a.Box$Nested extends Object
          protected new()

        public static enum a.Box$Size extends Enum<a.Box$Size>
          public static final enum a.Box$Size SMALL
          public static final enum a.Box$Size LARGE
          public static final enum a.Box$Size MEDIUM
          public int inches
          public static a.Box$Size valueOf(String)
          public static a.Box$Size[] values()
        """,
        SignatureFile.write(compiled(source)));
  }

  @Test
  void survivesAsText() throws IOException {
    PublicApi api = ClassFiles.read(Path.of("target/classes"));
    assertEquals(api, SignatureFile.read(SignatureFile.write(api)));
  }

  @Test
  void needsClassFiles() {
    IOException failure = assertThrows(IOException.class, () -> ClassFiles.read(folder));
    assertEquals(
        "Found no class files in " + folder + ". Build the module first.", failure.getMessage());
  }

  private PublicApi compiled(String source) throws IOException {
    Path file = folder.resolve("Box.java");
    Files.writeString(file, source);
    int status =
        requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, "-d", folder.toString(), "-nowarn", file.toString());
    assertEquals(0, status);
    return ClassFiles.read(folder);
  }
}
