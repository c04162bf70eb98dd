package ai.withcortex.trial.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.trial.GeneratedClient;
import ai.withcortex.trial.workshop.ClientCheck.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request or a result that is not what the document says is reported. */
final class CallsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      paths:
        /{tenant}/items/{ids}:send:
          parameters:
          - {name: tenant, in: path, required: true, schema: {type: string}}
          - {name: ids, in: path, required: true, schema: {type: array, items: {type: string}}}
          post:
            operationId: sendItems
            parameters:
            - {name: limit, in: query, required: true, schema: {type: integer}}
            - {name: names, in: query, schema: {type: array, items: {type: string}}}
            - name: words
              in: query
              explode: false
              schema: {type: array, items: {type: string}}
            - name: pipes
              in: query
              style: pipeDelimited
              explode: false
              schema: {type: array, items: {type: string}}
            - {name: since, in: query, schema: {type: string, format: date-time}}
            - {name: X-Trace, in: header, schema: {type: string}}
            requestBody:
              content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Item'}}}
            responses:
              '201':
                description: done
                content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
        /all forms/%20:
          post:
            operationId: sendForm
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema:
                    type: object
                    required: [a]
                    properties:
                      a: {type: string}
                      b: {type: array, items: {type: number}}
            responses: {'204': {description: done}}
        /files:
          put:
            operationId: sendFiles
            requestBody:
              content:
                multipart/form-data:
                  schema:
                    type: object
                    properties:
                      picture: {type: string, format: binary}
                      others: {type: array, items: {type: string, format: binary}}
                      title: {type: string}
                      item: {$ref: '#/components/schemas/Item'}
                      day: {type: string, format: date}
            responses:
              '200':
                description: done
                content:
                  application/json:
                    schema: {type: array, items: {$ref: '#/components/schemas/Item'}}
      components:
        schemas:
          Item:
            type: object
            required: [id]
            properties: {id: {type: string}, count: {type: integer}}
      """;

  @TempDir Path folder;

  @Test
  void callsOfAllKindsPass() throws Exception {
    Result result = new Calls().check(client().compiled());
    assertEquals(List.of(), result.failures());
    assertEquals(3, result.count());
  }

  @Test
  void anotherPathIsReported() throws Exception {
    assertReported(
        client().broken("api/DefaultApi.java", "all%20forms", "forms"),
        "POST /all forms/%20 has no method");
  }

  @Test
  void aPathWithoutEncodingIsReported() throws Exception {
    assertReported(
        client()
            .broken(
                "api/DefaultApi.java",
                "@Path(\"tenant\")",
                "@Path(value = \"tenant\", encoded = true)"),
        "sendItems path: expected [, prefix, tenant0 a/b?c");
  }

  @Test
  void aQueryThatTheDocumentDoesNotHaveIsReported() throws Exception {
    assertReported(
        client().broken("api/DefaultApi.java", "@Query(\"limit\")", "@Query(\"maximum\")"),
        "sendItems throws java.lang.IllegalStateException: the document has no 'maximum' in query");
  }

  @Test
  void aListThatIsJoinedOtherwiseIsReported() throws Exception {
    assertReported(
        client().broken("api/DefaultApi.java", "@Delimited.By('|')", "@Delimited.By(';')"),
        "sendItems ");
  }

  @Test
  void anotherMediaTypeIsReported() throws Exception {
    assertReported(
        client().broken("api/DefaultApi.java", "application/merge-patch+json", "application/json"),
        "sendItems media type of the body: expected application/merge-patch+json but found"
            + " application/json");
  }

  @Test
  void aMissingFieldIsReported() throws Exception {
    assertReported(
        client().broken("api/DefaultApi.java", "@Field(\"b\")", "@Field(\"a\")"),
        "sendForm throws ");
  }

  @Test
  void aPartWithAnotherNameIsReported() throws Exception {
    assertReported(
        client().broken("api/DefaultApi.java", "@Part(\"title\")", "@Part(\"item\")"),
        "sendFiles ");
  }

  @Test
  void aLostPropertyOfTheResultIsReported() throws Exception {
    assertReported(
        client().broken("model/ItemJsonAdapter.java", "model.count()", "null"),
        "sendFiles result: changed [/0/count: lost");
  }

  private GeneratedClient client() throws Exception {
    return GeneratedClient.of(DOCUMENT, folder);
  }

  private static void assertReported(GeneratedClient client, String failure) throws Exception {
    List<String> failures = new Calls().check(client.compiled()).failures();
    assertTrue(failures.stream().anyMatch(f -> f.startsWith(failure)), failures::toString);
  }
}
