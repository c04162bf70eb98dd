package consumer.android;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sandbox, whose classes are as they were built and cannot be mixed up with those of the app. */
final class SandboxBeside {
  final String baseUrl;
  final String apiKey;
  private final AutoCloseable sandbox;
  private final URLClassLoader classes;

  SandboxBeside() throws Exception {
    List<URL> jars = new ArrayList<>();
    jars.add(Place.TOOLS.resolve("sandbox.jar").toUri().toURL());
    for (Path library : Place.libraries()) {
      jars.add(library.toUri().toURL());
    }
    classes = new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    Class<?> type = classes.loadClass("ai.withcortex.testing.CortexSandbox");
    sandbox = (AutoCloseable) type.getMethod("start").invoke(null);
    baseUrl = (String) type.getMethod("baseUrl").invoke(sandbox);
    apiKey = (String) type.getMethod("apiKey").invoke(sandbox);
  }

  void stop() throws Exception {
    sandbox.close();
    classes.close();
  }
}
