package ai.withcortex.codegen.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the file of a spec. JSON is YAML, too. */
public final class YamlFile {
  /** How many characters a file can have, several times as many as the largest known specs. */
  static final int MAX_LENGTH = 50_000_000;

  /** How many levels of objects and lists YAML can have, as in OpenAPI Generator. */
  private static final int MAX_DEPTH = 50;

  /** How many levels JSON can have. */
  private static final int MAX_JSON_DEPTH = 200;

  private static final JsonFactory JSON = new JsonFactory();

  private final String name;
  private final byte[] content;

  private YamlFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /** Lets the parser of OpenAPI Generator, which runs first, read as much as this class. */
  public static void allowLargeFiles() {
    DeserializationUtils.getOptions().setMaxYamlCodePoints(MAX_LENGTH);
  }

  /** Returns the content as SnakeYAML represents it, with positions; null if the file is empty. */
  static @Nullable Node read(Path path) {
    try {
      return new YamlFile(path.getFileName().toString(), Files.readAllBytes(path)).compose();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Node compose() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // YamlTree limits what they expand to.
    options.setCodePointLimit(MAX_LENGTH);
    String text = text();
    boolean isJson = text.stripLeading().startsWith("{");
    options.setNestingDepthLimit(isJson ? MAX_JSON_DEPTH : MAX_DEPTH);
    options.setMergeOnCompose(true);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new TextTimes());
    try {
      // In YAML, tabs cannot indent lines.
      Node root = yaml.compose(new StringReader(isJson ? text.replace('\t', ' ') : text));
      if (isJson) {
        requireJson(text);
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw refuse(Positions.Position.of(e.getProblemMark()), e);
    } catch (YAMLException e) {
      throw refuse(Positions.Position.START, e);
    }
  }

  /** Rejects YAML that OpenAPI Generator takes for JSON, because it starts like JSON. */
  private void requireJson(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      while (json.nextToken() != null) {}
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw refuse(
          new Positions.Position(at.getLineNr(), at.getColumnNr()),
          "starts with '{' but is not valid JSON: " + e.getOriginalMessage(),
          "Fix it, or write YAML without '{' at its start.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // It is refused like UTF-16 without a byte order mark, which can be read but has zeros.
    }
    throw refuse(Positions.Position.START, "is not encoded in UTF-8", "Save it in UTF-8.");
  }

  private RefusedSpecException refuse(Positions.Position position, YAMLException e) {
    String problem = e instanceof MarkedYAMLException m ? m.getProblem() : e.getMessage();
    String found = String.valueOf(problem).strip();
    if (found.startsWith("Nesting Depth exceeded")) {
      return refuse(
          position,
          "has too many levels of objects and lists (" + MAX_DEPTH + " in YAML)",
          "Put inner schemas under components/schemas and refer to them.");
    }
    if (found.startsWith("The incoming YAML document exceeds the limit")) {
      return refuse(
          position, "has more than " + MAX_LENGTH + " characters", "Split it into several specs.");
    }
    return refuse(position, "is not valid YAML: " + found, "Fix it; nothing was generated.");
  }

  private RefusedSpecException refuse(Positions.Position position, String found, String remedy) {
    SpecException fault = new SpecException(SpecPlace.ROOT, found, remedy);
    return new RefusedSpecException(name + ":" + position + ": " + fault.getMessage());
  }
}
