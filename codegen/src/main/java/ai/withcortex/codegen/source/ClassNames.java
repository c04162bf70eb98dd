package ai.withcortex.codegen.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Distinguishes generated classes from library classes with the same name. A mark follows the name
 * of a generated class until its file is complete. Only then is it known which names the file
 * needs, and which of them it must qualify.
 */
public final class ClassNames {
  /** The simple names of the generated classes, by package. */
  private final Map<String, Set<String>> declared = new TreeMap<>();

  private final Set<String> names = new HashSet<>();

  /** Whether a class hides another one even in files that do not use it. */
  private boolean hidesOthers;

  /** Adds a class that will be generated. */
  public void declare(String packageName, String name) {
    declared.computeIfAbsent(packageName, key -> new TreeSet<>()).add(NameMark.plain(name));
    names.add(NameMark.plain(name));
    hidesOthers |= QualifiedSource.hidesOthers(NameMark.plain(name));
  }

  /** Returns a source without marks, in which each name means the class that it was written for. */
  public String resolve(String source) {
    boolean isAmbiguous =
        hidesOthers || QualifiedSource.imports(source).stream().anyMatch(names::contains);
    return isAmbiguous ? new QualifiedSource(source, declared).toString() : NameMark.plain(source);
  }
}
