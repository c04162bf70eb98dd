package ai.withcortex.trial.workshop;

import java.nio.file.Path;
import java.util.Map;

/**
 * A client that was generated and compiled.
 *
 * @param document the document from which it was generated
 * @param sources the sources by their path below the source folder
 * @param classes the loader of its classes
 */
public record Client(Path document, Map<String, String> sources, ClassLoader classes) {}
