package ai.withcortex.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.immutables.processor.ProxyProcessor;

/**
 * Compiles sources with Immutables, treating all warnings as errors, and loads the resulting
 * classes.
 */
public final class CompiledSources {
  /**
   * The same warnings as in the parent POM. They are listed by name, because {@code all} includes
   * more with each JDK.
   */
  private static final String LINT =
      "-Xlint:cast,deprecation,divzero,empty,fallthrough,finally,overloads,overrides,rawtypes,"
          + "static,try,unchecked,varargs";

  private CompiledSources() {}

  /**
   * Compiles sources into a folder.
   *
   * @param sources the sources by their path
   * @return a loader for the classes, which finds them before those of its parent
   */
  public static ClassLoader compile(Map<String, String> sources, Path folder) throws IOException {
    compile(sources, folder, List.of(), List.of(LINT, "-Werror"));
    return load(List.of(folder));
  }

  /**
   * Returns a loader for the classes in the given folders, which finds them before those of its
   * parent.
   */
  public static ClassLoader load(List<Path> folders) throws IOException {
    URL[] urls = new URL[folders.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = folders.get(i).toUri().toURL();
    }
    return new OwnClassesFirst(urls);
  }

  /**
   * Compiles sources into a folder.
   *
   * @param classes the class folders that precede the class path
   * @param lint the warnings that the compiler reports
   */
  public static void compile(
      Map<String, String> sources, Path folder, List<Path> classes, List<String> lint)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(files, classes));
      List<String> options = new ArrayList<>(lint);
      options.addAll(List.of("--release", "17"));
      JavaCompiler.CompilationTask task =
          compiler.getTask(messages, files, null, options, null, units(sources));
      task.setProcessors(List.of(new ProxyProcessor()));
      if (!task.call()) {
        throw new AssertionError("The sources do not compile:\n" + messages);
      }
    }
  }

  private static List<Path> classPath(StandardJavaFileManager files, List<Path> first) {
    List<Path> classPath = new ArrayList<>(first);
    files.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(classPath::add);
    return classPath;
  }

  private static List<JavaFileObject> units(Map<String, String> sources) {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, source) -> units.add(new Source(name, source)));
    return units;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** The class path of the test may hold classes of the same names. */
  private static final class OwnClassesFirst extends URLClassLoader {
    OwnClassesFirst(URL[] classes) {
      super(classes, CompiledSources.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        String file = name.replace('.', '/') + ".class";
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && findResource(file) != null) {
          loaded = findClass(name);
        }
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
    }
  }
}
