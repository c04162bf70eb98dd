package ai.withcortex.regeneration.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a spec as the generator does, with anchors, aliases and merge keys resolved. */
final class SpecReader {
  private SpecReader() {}

  /**
   * Reads a spec in YAML or JSON.
   *
   * @throws IllegalArgumentException if it is not valid YAML, or not a mapping
   */
  static JsonNode read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new DatesAreText());
    try {
      JsonNode root = new ObjectMapper().valueToTree(yaml.load(text));
      if (!root.isObject()) {
        throw new IllegalArgumentException(
            "The spec is not a mapping. Start it with 'openapi: 3.0.3'.");
      }
      return root;
    } catch (YAMLException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static final class DatesAreText extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, pattern, first, limit);
      }
    }
  }
}
