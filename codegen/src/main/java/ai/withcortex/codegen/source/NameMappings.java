package ai.withcortex.codegen.source;

/** Tells users how to give something in the spec a different name in Java. */
public final class NameMappings {
  private NameMappings() {}

  /**
   * Returns a sentence that suggests a mapping. An empty name cannot be mapped, and its property
   * can be removed because the client keeps unlisted properties.
   *
   * @param option the option of the generator, such as {@code nameMappings}
   */
  public static String suggest(String option, String name, String java) {
    if (name.isEmpty()) {
      return "Remove it, or give it a name.";
    }
    // The Maven plugin splits each mapping at commas and at the first equals sign.
    return name.matches("[^=,]*") && name.equals(name.strip())
        ? "Choose a name with " + option + ", such as " + name + "=" + java + "."
        : "Choose a name in a configurationFile, such as "
            + option
            + ": {'"
            + name.replace("'", "''")
            + "': "
            + java
            + "}.";
  }
}
