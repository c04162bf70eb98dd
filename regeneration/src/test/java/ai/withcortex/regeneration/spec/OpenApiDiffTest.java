package ai.withcortex.regeneration.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.regeneration.SpecEdit;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What openapi-diff alone would find, if there were no rule for it. */
final class OpenApiDiffTest {
  private static final Path BASE = Path.of("src/test/resources/base.yaml");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {/paths/~1books/post: null}                                                    | post /books
          {/components/schemas/Book/properties/title/type: integer}                      | get /books, patch /books/{id}
          {/paths/~1books/post/requestBody/required: true}                               | post /books
          {'/paths/~1books~1{id}/patch/requestBody/required': false}                     | ''
          {'/paths/~1books~1{id}/patch/responses/429': null}                             | ''
          {/components/schemas/NewBook/properties/title/pattern: null}                   | ''
          {/components/schemas/NewBook/properties/title/maxLength: 3}                    | ''
          """)
  void isAskedForWhatNoRuleKnows(String edit, String places) throws IOException {
    JsonNode base = SpecEdit.YAML.readTree(BASE.toFile());
    JsonNode edited =
        SpecEdit.YAML.readTree(SpecEdit.edited(base.toString(), SpecEdit.YAML.readTree(edit)));
    List<String> found =
        OpenApiDiff.breaks(base, edited).stream().map(SpecChange::place).sorted().toList();
    assertEquals(places, String.join(", ", found));
  }
}
