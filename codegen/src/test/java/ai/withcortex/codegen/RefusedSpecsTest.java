package ai.withcortex.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be generated ends the build with a message that says what to write instead. */
final class RefusedSpecsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          union without discriminator | {A: {oneOf: [{$ref: '#/components/schemas/B'}]}, B: {type: object, properties: {x: {type: string}}}} | Schema 'A' is one of several without a discriminator. Use oneOf with a discriminator whose mapping names each variant's label.
          union without mapping | {A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: k}}, B: {type: object, required: [k], properties: {k: {type: string}}}} | The discriminator of 'A' has no mapping. Map each label to its schema.
          union without base | {A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {b: '#/components/schemas/B'}}}, B: {type: object, required: [k], properties: {k: {type: string}}}} | The variants of 'A' share no base. Put the label and whatever else all have into one schema, and list that under allOf in each.
          base without label | {A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {b: '#/components/schemas/B'}}}, Base: {type: object, properties: {x: {type: string}}}, B: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [k], properties: {k: {type: string}}}]}} | Union 'A' is told apart by 'k', which its shared base 'Base' lacks. Add it there as a required string.
          enum inside a property | {A: {type: object, properties: {x: {type: string, enum: [a]}}}} | Property 'x' has an enum of its own. Give the enum a name under components/schemas and refer to it.
          enum of numbers | {A: {type: integer, enum: [1, 2]}} | Schema 'A' is an enum of Integer; only strings are open.
          list of nullable | {A: {type: object, properties: {x: {type: array, items: {type: string, nullable: true}}}}} | The elements of 'x' are nullable. Drop 'nullable' from them, or leave out their type, which admits null.
          one class for two schemas | {foo_bar: {type: object, properties: {x: {type: string}}}, FooBar: {type: object, properties: {y: {type: string}}}} | The schemas 'foo_bar' and 'FooBar' become one class. Tell them apart by modelNameMappings.
          one accessor for two properties | {A: {type: object, properties: {foo_bar: {type: string}, foo-bar: {type: string}}}} | The properties 'foo_bar' and 'foo-bar' of 'A' become one accessor. Tell them apart by nameMappings.
          one constant for two values | {A: {type: string, enum: [asc, ASC]}} | The values 'asc' and 'ASC' of 'A' become one constant. Tell them apart by enumNameMappings.
          quote in a name | {A: {type: object, properties: {'a"b': {type: string}}}} | Property 'a"b' has a quote, a backslash or a control character, which is not supported. Use another name.
          kind without label | {A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: k, mapping: {b: '#/components/schemas/B'}}}, Base: {type: object, required: [k], properties: {k: {type: string}}}, B: {allOf: [{$ref: '#/components/schemas/Base'}]}, C: {allOf: [{$ref: '#/components/schemas/Base'}]}} | The mapping of 'A' and its oneOf differ. Map exactly one label to each schema under oneOf.
          discriminator without oneOf | {A: {type: object, required: [k], properties: {k: {type: string}}, discriminator: {propertyName: k, mapping: {b: '#/components/schemas/B'}}}, B: {allOf: [{$ref: '#/components/schemas/A'}]}} | Schema 'A' has a discriminator without oneOf. Name its kinds under oneOf.
          name without letters | {A: {type: object, properties: {'§': {type: string}}}} | '§' has no letter or digit to name a Java method after; map it by nameMappings.
          """)
  void refusesSchemas(String name, String schemas, String message) throws IOException {
    assertRefused("paths: {}\ncomponents: {schemas: " + schemas + "}\n", message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          enum of its own | {get: {operationId: x, parameters: [{name: p, in: query, schema: {type: string, enum: [a]}}], responses: {'204': {description: d}}}} | Operation 'x' has the parameter 'p' with an enum of its own. Give the enum a name under components/schemas and refer to it.
          object in the query | {get: {operationId: x, parameters: [{name: p, in: query, schema: {type: object, additionalProperties: {type: string}}}], responses: {'204': {description: d}}}} | Operation 'x' has the parameter 'p', which is an object or any value. Use a string, a number, a boolean or a named enum.
          answer in text | {get: {operationId: x, responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}}}} | Operation 'x' has a body that is not JSON. Use application/json.
          trace | {trace: {operationId: x, responses: {'204': {description: d}}}} | Operation 'x' uses TRACE. Retrofit has [GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE].
          """)
  void refusesOperations(String name, String path, String message) throws IOException {
    assertRefused("paths: {/x: " + path + "}\n", message);
  }

  private void assertRefused(String body, String message) throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"), "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + body);
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
