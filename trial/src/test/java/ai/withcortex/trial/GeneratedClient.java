package ai.withcortex.trial;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.Generator;
import ai.withcortex.trial.workshop.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Generates clients for tests, and breaks them. */
public final class GeneratedClient {
  private final Path document;
  private final Path classes;
  private final Map<String, String> sources;

  private GeneratedClient(Path document, Path classes, Map<String, String> sources) {
    this.document = document;
    this.classes = classes;
    this.sources = sources;
  }

  /** Generates a client of a document. */
  public static GeneratedClient of(String document, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("spec.yaml"), document);
    Mappings none = new Mappings(Map.of(), Map.of(), Map.of(), Map.of());
    Map<String, String> sources =
        Generator.ours().generate(file, folder.resolve("generated"), none);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    return new GeneratedClient(file, classes, new TreeMap<>(sources));
  }

  /** Replaces text in a source, which must have it. */
  public GeneratedClient broken(String file, String text, String replacement) {
    String path = "trial/" + file;
    String source = sources.getOrDefault(path, "");
    if (!source.contains(text)) {
      throw new IllegalArgumentException(path + " has no '" + text + "':\n" + source);
    }
    sources.put(path, source.replace(text, replacement));
    return this;
  }

  public Client compiled() throws IOException {
    return new Client(document, sources, CompiledSources.compile(sources, classes));
  }
}
