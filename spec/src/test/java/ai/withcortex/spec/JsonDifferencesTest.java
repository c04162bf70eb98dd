package ai.withcortex.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Introduces one change at a time, which shows that the comparison can fail and is not too strict.
 */
final class JsonDifferencesTest {
  private static final SpecType PAGE = SpecTypes.page();
  private static final String RUN =
      """
      [{"id": "a\\ud800", "status": "PENDING", "origin": "later", "app_id": "b",
      "workflow_app_id": "c", "workflow_id": "d", "workflow_version_draft": null,
      "workflow_version": {"id": "e", "notes": null, "input_options": {}, "steps": [
        {"type": "note", "key": "f", "note": "", "size": [1.50, -0], "auto": 7},
        {"type": "agent", "key": "g", "goals": {"x": 1.0, "y": 1e400}},
        {"type": "branch", "key": "h", "conditions":
          {"b": {"order": 1, "destinations": []}, "a": {"order": 2, "destinations": ["i"]}}}]},
      "input": {"p": {"z": 1, "y": [null], "z": 2}, "q\\udfff": "\\ud83d"},
      "output": {}, "version": 9007199254740993,
      "created_at": "2024-01-01", "started_at": "2024-01-01T01:00:00.120+01:00", "ended_at": null,
      "updated_at": "2024-01-01T00:00:00Z", "usage": {"calls": [], "later": {"a": 1, "b": 2}}}]
      """;

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "status": "PENDING"          | "status": "FAILED"         | /0/status: value
          "origin": "later"            | "origin": "LATER"          | /0/origin: value
          "a\\ud800"                   | "a?"                       | /0/id: value
          "notes": null,               | ``                         | /0/workflow_version/notes: lost
          "input_options": {}          | "input_options": null      | /0/workflow_version/input_options: Members became Null
          "input_options": {},         | ``                         | /0/workflow_version/input_options: lost
          "auto": 7                    | "auto": 7.0                | /0/workflow_version/steps/0/auto: text of a number
          1.50, -0                     | 1.50                       | /0/workflow_version/steps/0/size: 2 elements became 1
          1.50, -0                     | 1.51, -0                   | /0/workflow_version/steps/0/size/0: value
          1.50, -0                     | "1.50", -0                 | /0/workflow_version/steps/0/size/0: Digits became Text
          "agent"                      | "note"                     | /0/workflow_version/steps/1/type: value
          "x": 1.0                     | "x": 1                     | /0/workflow_version/steps/1/goals/x: text of a number
          1e400                        | 1E+400                     | /0/workflow_version/steps/1/goals/y: text of a number
          "x": 1.0, "y": 1e400         | "y": 1e400, "x": 1.0       | /0/workflow_version/steps/1/goals: names or their order
          "b": {"order": 1, "destinations": []}, "a": {"order": 2, "destinations": ["i"]} | "a": {"order": 2, "destinations": ["i"]}, "b": {"order": 1, "destinations": []} | /0/workflow_version/steps/2/conditions: names or their order
          "destinations": ["i"]        | "destinations": []         | /0/workflow_version/steps/2/conditions/a/destinations: 1 elements became 0
          "z": 1, "y": [null], "z": 2  | "z": 2, "y": [null]        | /0/input/p: names or their order
          "y": [null]                  | "y": []                    | /0/input/p/y: 1 elements became 0
          "y": [null]                  | "y": [false]               | /0/input/p/y/0: Null became Bool
          q\\udfff                     | q?                         | /0/input: names or their order
          "\\ud83d"                    | "\\ufffd"                  | /0/input/q\\udfff: value
          9007199254740993             | 9007199254740992           | /0/version: value
          .120+01:00                   | .12Z                       | /0/started_at: value
          "2024-01-01"                 | "2024-01-02"               | /0/created_at: value
          "ended_at": null,            | ``                         | /0/ended_at: lost
          "calls": [],                 | ``                         | /0/usage/calls: lost
          "calls": [],                 | "calls": [], "total": 0,   | /0/usage/total: invented
          "calls": [],                 | "calls": [], "calls": [],  | /0/usage: names are repeated
          {"a": 1, "b": 2}             | {"a": 1}                   | /0/usage/later: names or their order
          """)
  void finds(String text, String loss, String difference) {
    assertEquals(List.of(difference), differences(text, loss));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "a\\ud800"             | "\\u0061\\uD800"
          1.50, -0               | 15e-1, 0
          9007199254740993       | 9007199254740993.0
          .120+01:00             | .12+01:00
          "2024-01-01"           | "2024-01-01T00:00:00Z"
          "app_id": "b",         | "app_id" : "b" ,
          "ended_at": null,      | "ended_at":null,
          {"id": "e", "notes": null, | {"notes": null, "id": "e",
          """)
  void allows(String text, String replacement) {
    assertEquals(List.of(), differences(text, replacement));
  }

  private static List<String> differences(String text, String replacement) {
    JsonTree expected = JsonTreeReader.read(RUN);
    assertEquals(2, RUN.split(Pattern.quote(text), -1).length, "once in the run");
    JsonTree actual = JsonTreeReader.read(RUN.replace(text, replacement));
    return JsonDifferences.of(PAGE, expected, actual);
  }
}
