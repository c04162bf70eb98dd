package ai.withcortex.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation may not have, besides what {@link RefusedSpecsTest} has. */
final class RefusedOperationsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          list of objects in the query | {/x: {get: {operationId: x, parameters: [{name: p, in: query, schema: {type: array, items: {type: object, additionalProperties: {type: string}}}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p', which is an object or any value. Use a string, a number, a boolean or a named enum.
          list of lists | {/x: {get: {operationId: x, parameters: [{name: p, in: query, schema: {type: array, items: {type: array, items: {type: string}}}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p', which is an object or any value. Use a string, a number, a boolean or a named enum.
          object as deepObject | {/x: {get: {operationId: x, parameters: [{name: p, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p', which is an object or any value. Use a string, a number, a boolean or a named enum.
          JSON in the query | {/x: {get: {operationId: x, parameters: [{name: p, in: query, content: {application/json: {schema: {type: string}}}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p', whose text is a document. Describe it by a schema rather than by content.
          cookie | {/x: {get: {operationId: x, parameters: [{name: p, in: cookie, schema: {type: string}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p' in a cookie. Put it into the path with style simple, the query or a header.
          path of style matrix | {"/x/{p}": {get: {operationId: x, parameters: [{name: p, in: path, required: true, style: matrix, schema: {type: string}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p' in a path, of style matrix. Put it into the path with style simple, the query or a header.
          list in a path of style label | {"/x/{p}": {get: {operationId: x, parameters: [{name: p, in: path, required: true, style: label, schema: {type: array, items: {type: string}}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'p' in a path, of style label. Put it into the path with style simple, the query or a header.
          dot in the name of a path parameter | {"/x/{a.b}": {get: {operationId: x, parameters: [{name: a.b, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'a.b' in its path. Name it by a letter and then letters, digits, '_' and '-' only.
          parameter without variable | {/x: {get: {operationId: x, parameters: [{name: q, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}} | Operation 'x' has the path parameter 'q' for no part of /x. Write {q} into the path.
          free-form field | {/x: {post: {operationId: x, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {}}}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'a', which is an object or any value. Use a string, a number, a boolean or a named enum.
          wildcard body | {/x: {post: {operationId: x, requestBody: {content: {'*/*': {schema: {type: string}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has a body that is not JSON. Use application/json, or a form.
          header that OpenAPI ignores | {/x: {get: {operationId: x, parameters: [{name: authorization, in: header, schema: {type: string}}], responses: {'204': {description: d}}}}} | Operation 'x' has the header 'authorization', which OpenAPI says is ignored. Say it by a security scheme or by the media type of a body.
          body of a DELETE | {/x: {delete: {operationId: x, requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has a body, which DELETE does not take. Use POST, PUT or PATCH, or put it into the query.
          body of a GET | {/x: {get: {operationId: x, requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has a body, which GET does not take. Use POST, PUT or PATCH, or put it into the query.
          body in text | {/x: {post: {operationId: x, requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has a body that is not JSON. Use application/json, or a form.
          binary body | {/x: {post: {operationId: x, requestBody: {content: {application/octet-stream: {schema: {type: string, format: binary}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has a body that is not JSON. Use application/json, or a form.
          form without fields | {/x: {post: {operationId: x, requestBody: {content: {multipart/form-data: {schema: {type: object}}}}, responses: {'204': {description: d}}}}} | Operation 'x' takes a form without listed fields. List the fields as properties of its schema.
          form of another kind | {/x: {post: {operationId: x, requestBody: {content: {multipart/mixed: {schema: {type: object, properties: {a: {type: string}}}}}}, responses: {'204': {description: d}}}}} | Operation 'x' takes a form of multipart/mixed. Use application/x-www-form-urlencoded or multipart/form-data.
          object in a form of fields | {/x: {post: {operationId: x, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: object, additionalProperties: {type: string}}}}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'a', which is an object or any value. Use a string, a number, a boolean or a named enum.
          file in a form of fields | {/x: {post: {operationId: x, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string, format: binary}}}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'a', which is a file. Take it in a body of multipart/form-data.
          encoding of a part | {/x: {post: {operationId: x, requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {contentType: text/csv}}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has the field 'a' with an encoding of its own. Leave the encoding out.
          enum of its own in a part | {/x: {post: {operationId: x, requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string, enum: [b]}}}}}}, responses: {'204': {description: d}}}}} | Operation 'x' has the parameter 'a' with an enum of its own. Give the enum a name under components/schemas and refer to it.
          download | {/x: {get: {operationId: x, responses: {'200': {description: d, content: {image/png: {schema: {type: string, format: binary}}}}}}}} | Operation 'x' has a body that is not JSON. Use application/json.
          text beside errors in JSON | {/x: {get: {operationId: x, responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}, '404': {description: d, content: {application/json: {schema: {type: string}}}}}}}} | Operation 'x' has a body that is not JSON. Use application/json.
          two kinds of success | {/x: {get: {operationId: x, responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}, '204': {description: d}}}}} | Operation 'x' succeeds with bodies of several types, String and Void. Give all 2xx answers the same schema.
          body without schema | {/x: {get: {operationId: x, responses: {'200': {description: d, content: {application/json: {}}}}}}} | Operation 'x' answers 200 with a body of no schema. Give it one; {} stands for any JSON.
          null for an answer | {/x: {get: {operationId: x, responses: {'200': {description: d, content: {application/json: {schema: {type: string, nullable: true}}}}}}}} | Operation 'x' may answer 200 with null. Answer with another status where there is nothing, such as 204.
          one method for two operations | {/x: {get: {operationId: list-all, responses: {'204': {description: d}}}}, /y: {get: {operationId: listAll, responses: {'204': {description: d}}}}} | Operation 'listAll' becomes the same method as 'list-all'. Give it another operationId.
          one interface for two tags | {/x: {get: {operationId: x, tags: [big books], responses: {'204': {description: d}}}}, /y: {get: {operationId: y, tags: [BigBooks], responses: {'204': {description: d}}}}} | The tags 'BigBooks' and 'big books' become one interface, BigBooksApi. Use one of them.
          """)
  void endsTheBuild(String name, String paths, String message) throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: " + paths + "\n");
    Throwable failure =
        assertThrows(
            RuntimeException.class,
            () -> GeneratedSources.of(spec, folder.resolve("out"), "golden.api", "golden.model"));
    while (!(failure instanceof SpecException) && failure.getCause() != null) {
      failure = failure.getCause();
    }
    assertEquals(message, failure.getMessage());
  }
}
