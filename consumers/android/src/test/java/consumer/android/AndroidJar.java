package consumer.android;

import android.os.Looper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the app refers to of Android and Java. R8 reads each class of a library, needed or not, and
 * both are large; if a class that it needs were missing here, it would stop.
 */
final class AndroidJar {
  private static final List<String> ANDROID_PACKAGES =
      List.of(
          "android/annotation",
          "android/content",
          "android/net",
          "android/os",
          "android/security",
          "android/util");

  /** Robolectric's Android has no classes of Java. */
  private static final List<String> JAVA_MODULES = List.of("java.base", "java.logging");

  static void write(Path file) throws Exception {
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file));
        FileSystem android = FileSystems.newFileSystem(Place.jarOf(Looper.class))) {
      jar.setLevel(0);
      for (String name : ANDROID_PACKAGES) {
        add(android.getPath(name), android.getPath("/"), jar);
      }
      FileSystem java = FileSystems.getFileSystem(URI.create("jrt:/"));
      for (String name : JAVA_MODULES) {
        Path module = java.getPath("modules", name);
        add(module, module, jar);
      }
    }
  }

  private static void add(Path folder, Path root, ZipOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = root.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
        if (name.endsWith(".class") && !name.equals("module-info.class")) {
          jar.putNextEntry(new ZipEntry(name));
          Files.copy(file, jar);
        }
      }
    }
  }

  private AndroidJar() {}
}
