package ai.withcortex.trial.roundtrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.trial.GeneratedClient;
import ai.withcortex.trial.workshop.ClientCheck.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that loses or changes something is reported. */
final class RoundTripsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      paths: {}
      components:
        schemas:
          Item:
            type: object
            required: [id, free, when, kind]
            properties:
              id: {type: string}
              free: {}
              when: {type: string, format: date-time}
              day: {type: string, format: date}
              kind: {$ref: '#/components/schemas/Kind'}
              count: {type: integer}
              total: {type: integer, format: int64}
              price: {type: number}
              ratio: {type: number, format: float}
              isOpen: {type: boolean}
              note: {type: string, nullable: true}
              tags: {type: array, items: {type: string}}
              parts: {type: array, items: {$ref: '#/components/schemas/Item'}}
              sizes: {type: object, additionalProperties: {type: number, format: double}}
              shape: {$ref: '#/components/schemas/Shape'}
          Kind: {type: string, enum: [old, new]}
          Shape:
            oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Line'}]
            discriminator:
              propertyName: type
              mapping: {circle: '#/components/schemas/Circle', line: '#/components/schemas/Line'}
          Drawing: {type: object, required: [type], properties: {type: {type: string}}}
          Circle:
            allOf:
            - $ref: '#/components/schemas/Drawing'
            - {type: object, properties: {radius: {type: number}}}
          Line:
            allOf:
            - $ref: '#/components/schemas/Drawing'
            - {type: object, required: [length], properties: {length: {type: number}}}
      """;

  @TempDir Path folder;

  @Test
  void modelsOfAllKindsPass() throws Exception {
    Result result = new RoundTrips().check(client().compiled());
    assertEquals(List.of(), result.failures());
    assertEquals(5, result.count());
  }

  @Test
  void aPropertyThatIsNotWrittenIsReported() throws Exception {
    assertReported(
        client().broken("model/ItemJsonAdapter.java", "model.count()", "null"),
        "Item (ALL) changed [/count: lost");
  }

  @Test
  void aPropertyThatIsReadFromAnotherNameIsReported() throws Exception {
    assertReported(
        client().broken("model/ItemJsonAdapter.java", ".optional(\"day\"", ".optional(\"date\""),
        "Item (ALL) has no values for [day]");
  }

  @Test
  void aLostTimeIsReported() throws Exception {
    assertReported(
        client()
            .broken("model/ItemJsonAdapter.java", "JsonAdapters.LONG", "rounded()")
            .broken(
                "model/ItemJsonAdapter.java",
                "  static JsonAdapter<Item> create",
                """
                private static JsonAdapter<Long> rounded() {
                  return new JsonAdapter<Long>() {
                    @Override
                    public Long fromJson(com.squareup.moshi.JsonReader reader) throws IOException {
                      return (long) reader.nextDouble();
                    }

                    @Override
                    public void toJson(com.squareup.moshi.JsonWriter writer, Long value)
                        throws IOException {
                      writer.value(value);
                    }
                  };
                }

                static JsonAdapter<Item> create\
                """),
        "Item (ALL) changed [/total: value");
  }

  @Test
  void aValueWithoutConstantIsReported() throws Exception {
    assertReported(
        client().broken("model/Kind.java", "case \"old\":", "case \"ancient\":"),
        "Kind (old) has no constant");
  }

  @Test
  void aBuilderThatCopiesNothingIsReported() throws Exception {
    assertReported(
        client().broken("model/Item.java", "builder().from(this)", "builder()"),
        "Item (ALL) throws java.lang.IllegalStateException");
  }

  @Test
  void aLabelOfAnotherVariantIsReported() throws Exception {
    assertReported(
        client().broken("model/LineJsonAdapter.java", "\"line\"", "\"circle\""),
        "Line (ALL) throws ");
  }

  private GeneratedClient client() throws Exception {
    return GeneratedClient.of(DOCUMENT, folder);
  }

  private static void assertReported(GeneratedClient client, String failure) throws Exception {
    List<String> failures = new RoundTrips().check(client.compiled()).failures();
    assertTrue(failures.stream().anyMatch(f -> f.startsWith(failure)), failures::toString);
  }
}
