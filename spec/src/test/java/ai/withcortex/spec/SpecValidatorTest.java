package ai.withcortex.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes a valid page in one place at a time, which shows that the validation can fail. */
final class SpecValidatorTest {
  private final SpecValidator validator = SpecValidator.load();

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "workflow_version": {   | "workflow_version": null, "x": {
          "input": {}             | "input": null
          "created_at": "2025-06-02T08:00:00Z" | "created_at": "2025-06-02T10:00:00.123456789+02:00"
          "created_at": "2025-06-02T08:00:00Z" | "created_at": "2025-06-02"
          "steps": []             | "steps": [], "input_options": null
          "steps": []             | "steps": [{"type": "note", "key": "a", "note": "b", "later": 1}]
          "output": {}            | "output": {}, "usage": {"total": 0.5, "calls": []}, "result": null
          """)
  void accepts(String text, String replacement) throws IOException {
    assertEquals(List.of(), errorsAfter(text, replacement));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "id": "run_min001", | ''                 | /0: required property 'id' not found
          "output": {}        | "output": null     | /0/output: null found, object expected
          "COMPLETED"         | null               | /0/status: null found, string expected
          "COMPLETED"         | "ALL"              | /0/status: does not have a value in the enumeration
          "2025-06-02T08:00:01Z" | "yesterday"     | /0/ended_at: does not match the regex pattern
          "steps": []         | "steps": null      | /0/workflow_version/steps: null found, array expected
          "steps": []         | "steps": [], "version": 1.5 | /0/workflow_version/version: number found, integer expected
          "steps": []         | "steps": [{"type": "notes", "key": "a", "note": "b"}] | /0/workflow_version/steps/0: no matching schema found for discriminator value 'notes'
          "steps": []         | "steps": [{"type": "code", "key": "a", "note": "b"}] | /0/workflow_version/steps/0: required property 'code' not found
          "steps": []         | "steps": [{"type": "note", "note": "b"}] | /0/workflow_version/steps/0: required property 'key' not found
          """)
  void finds(String text, String replacement, String error) throws IOException {
    List<String> errors = errorsAfter(text, replacement);
    assertTrue(errors.stream().anyMatch(e -> e.startsWith(error)), errors::toString);
  }

  private List<String> errorsAfter(String text, String replacement) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("examples/minimal-run.json")) {
      String page = new String(in.readAllBytes(), UTF_8);
      assertTrue(page.contains(text), text);
      return validator.errorsInArray("Run", page.replace(text, replacement));
    }
  }
}
