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
          name without letters | {A: {type: object, properties: {'§': {type: string}}}} | '§' has no letter or digit to name a Java method after; map it by nameMappings.
          """)
  void refuses(String name, String schemas, String message) throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: "
                + schemas
                + "}\n");
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
