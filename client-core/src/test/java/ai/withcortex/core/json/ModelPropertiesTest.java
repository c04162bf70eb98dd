package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ModelPropertiesTest {
  private final ModelProperties properties =
      ModelProperties.of("Parcel")
          .required("id", JsonValue.Kind.STRING)
          .requiredNullable("size", JsonValue.Kind.STRING, JsonValue.Kind.NUMBER)
          .optional("labels", JsonValue.Kind.ARRAY)
          .optionalNullable("free", JsonValue.Kind.OBJECT)
          .optional("any")
          .build();

  @Test
  void areKeptInOrderWithWhatTheSpecSaysOfThem() {
    assertEquals("Parcel", properties.model());
    assertEquals(5, properties.count());
    assertEquals("size", properties.name(1));
    assertTrue(properties.isRequired(0) && properties.isRequired(1));
    assertFalse(properties.isRequired(2) || properties.isRequired(3) || properties.isRequired(4));
    assertTrue(properties.isNullable(1) && properties.isNullable(3));
    assertFalse(properties.isNullable(0) || properties.isNullable(2) || properties.isNullable(4));
    assertTrue(properties.isScalar(0) && properties.isScalar(1));
    assertFalse(properties.isScalar(2) || properties.isScalar(3));
  }

  @Test
  void acceptTheirKindsAndAnythingIfTheyHaveNone() {
    assertTrue(properties.accepts(1, Token.STRING) && properties.accepts(1, Token.NUMBER));
    assertFalse(properties.accepts(1, Token.BOOLEAN) || properties.accepts(1, Token.NULL));
    assertTrue(properties.accepts(4, Token.NULL) && properties.accepts(4, Token.BEGIN_OBJECT));
  }

  @Test
  void areFoundByTheNameAtWhichAReaderStands() throws IOException {
    ModelReader reader = ModelReader.of("{\"any\":1,\"x\":true}".getBytes(UTF_8), 255, null);
    reader.beginObject();
    assertTrue(reader.hasNext());
    assertEquals(4, reader.select(properties, -1));
    assertEquals(1, reader.read(JsonAdapters.INTEGER));
    assertTrue(reader.hasNext());
    assertEquals(-1, reader.select(properties, -1));
    assertEquals("x", reader.nextName());
    assertEquals(
        "Expected a string or a number for 'size' of Parcel but found a boolean at path $.x",
        properties.mismatch(1, reader).getMessage());
  }

  @Test
  void mustAllBeSeenThatAreRequired() throws IOException {
    ModelReader reader = ModelReader.of("1".getBytes(UTF_8), 255, null);
    properties.requireAll(new boolean[] {true, true, false, false, false}, reader);
    assertEquals(
        "Required property 'size' of Parcel is missing at path $",
        assertThrows(
                CortexDataException.class,
                () -> properties.requireAll(new boolean[] {true, false, true, true, true}, reader))
            .getMessage());
  }
}
