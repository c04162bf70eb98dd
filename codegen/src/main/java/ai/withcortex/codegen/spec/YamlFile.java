package ai.withcortex.codegen.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the file of a spec. */
public final class YamlFile {
  /** How many characters a file can have, several times as many as the largest known specs. */
  static final int MAX_LENGTH = 50_000_000;

  /** How many levels of objects and lists YAML can have, as in OpenAPI Generator. */
  private static final int MAX_DEPTH = 50;

  /** How many levels JSON can have. */
  private static final int MAX_JSON_DEPTH = 200;

  /** The start of SnakeYAML's message about too many levels; the limit follows it. */
  static final String TOO_DEEP = "Nesting Depth exceeded max ";

  private final String name;
  private final byte[] content;

  private YamlFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * Lets the parser of OpenAPI Generator, which runs first, read as much as this class. Its search
   * for YAML aliases in a circle is off, because it takes too long if aliases contain aliases;
   * {@link YamlTree} finds these circles.
   */
  public static void allowLargeFiles() {
    DeserializationUtils.Options options = DeserializationUtils.getOptions();
    options.setMaxYamlCodePoints(MAX_LENGTH);
    options.setYamlCycleCheck(false);
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
    String text = text();
    if (text.length() > MAX_LENGTH) {
      throw refuse(
          Positions.Position.START,
          "has more than " + MAX_LENGTH + " characters",
          "Split it into several specs.");
    }
    try {
      // OpenAPI Generator, too, takes a file that starts like this for JSON.
      return text.stripLeading().startsWith("{")
          ? JsonFile.read(text, MAX_JSON_DEPTH)
          : yaml().compose(new StringReader(text));
    } catch (StreamConstraintsException e) {
      throw refuse(
          position(e),
          "has a name, text or number that is too long: " + e.getOriginalMessage(),
          "Shorten it.");
    } catch (JsonProcessingException e) {
      throw refuse(
          position(e),
          "starts with '{' but is not valid JSON: " + e.getOriginalMessage(),
          "Fix it, or write YAML without '{' at its start.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MarkedYAMLException e) {
      throw refuse(Positions.Position.of(e.getProblemMark()), e.getProblem());
    } catch (ReaderException e) {
      throw refuse(notPrintable(text), e.getMessage());
    } catch (YAMLException e) {
      throw refuse(tooDeep(text), e.getMessage());
    }
  }

  private static Positions.Position position(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return new Positions.Position(at.getLineNr(), at.getColumnNr());
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // YamlTree limits what they expand to.
    options.setCodePointLimit(MAX_LENGTH);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMergeOnCompose(true);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new TextTimes());
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

  /** Returns the position of the first character that YAML does not allow. */
  private static Positions.Position notPrintable(String text) {
    int index = 0;
    while (index < text.length() && StreamReader.isPrintable(text.codePointAt(index))) {
      index += Character.charCount(text.codePointAt(index));
    }
    String before = text.substring(0, index);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Positions.Position(line, index - before.lastIndexOf('\n'));
  }

  /** Returns the position of the first part that is on too deep a level. */
  private static Positions.Position tooDeep(String text) {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(text))) {
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        return Positions.Position.of(event.getStartMark());
      }
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
    }
    return Positions.Position.START;
  }

  private RefusedSpecException refuse(Positions.Position position, @Nullable String problem) {
    String found = String.valueOf(problem).strip();
    if (found.startsWith(TOO_DEEP)) {
      return refuse(
          position,
          "has more than " + found.substring(TOO_DEEP.length()) + " levels of objects and lists",
          "Put inner schemas under components/schemas and refer to them.");
    }
    return refuse(position, "is not valid YAML: " + found, "Fix it; nothing was generated.");
  }

  private RefusedSpecException refuse(Positions.Position position, String found, String remedy) {
    SpecException fault = new SpecException(SpecPlace.ROOT, found, remedy);
    return new RefusedSpecException(name + ":" + position + ": " + fault.getMessage());
  }
}
