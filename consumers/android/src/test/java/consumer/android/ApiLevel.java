package consumer.android;

import consumer.android.Dex.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.codehaus.mojo.animal_sniffer.Clazz;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;

/** The types and members of an API level, as the signatures of gummy-bears have them. */
final class ApiLevel {
  private final Map<String, Clazz> classes;

  /** Reads it as {@link Place#signature} names it. */
  static ApiLevel read(String level) throws IOException, ClassNotFoundException {
    try (InputStream file = Files.newInputStream(Place.signature(level))) {
      return new ApiLevel(SignatureChecker.loadClasses(file));
    }
  }

  private ApiLevel(Map<String, Clazz> classes) {
    this.classes = classes;
  }

  boolean has(Reference reference) {
    Clazz type = classes.get(reference.type());
    if (type == null || reference.member().isEmpty()) {
      return type != null;
    }
    return type.getSignatures().contains(reference.member())
        || hasAbove(type.getSuperClass(), reference)
        || Arrays.stream(type.getSuperInterfaces()).anyMatch(above -> hasAbove(above, reference));
  }

  private boolean hasAbove(String type, Reference reference) {
    return type != null && has(new Reference(type, reference.member()));
  }
}
