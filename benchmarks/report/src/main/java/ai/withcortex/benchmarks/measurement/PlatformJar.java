package ai.withcortex.benchmarks.measurement;

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
 * A jar of the Java modules that clients refer to. R8 reads every class of a library, whether
 * needed or not, which would take minutes for an entire JDK.
 */
final class PlatformJar {
  private static final List<String> MODULES =
      List.of("java.base", "java.logging", "java.sql", "java.xml");

  static Path write(Path file) throws IOException {
    FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.setLevel(0);
      for (String name : MODULES) {
        add(runtime.getPath("modules", name), jar);
      }
    }
    return file;
  }

  private static void add(Path module, ZipOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = module.relativize(file).toString();
        if (name.endsWith(".class") && !name.equals("module-info.class")) {
          jar.putNextEntry(new ZipEntry(name));
          Files.copy(file, jar);
        }
      }
    }
  }

  private PlatformJar() {}
}
