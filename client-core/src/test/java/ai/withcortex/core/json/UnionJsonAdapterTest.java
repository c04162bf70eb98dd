package ai.withcortex.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;

final class UnionJsonAdapterTest {
  private static final Instant CHRISTMAS = Instant.parse("2023-12-25T00:00:00Z");

  private final JsonAdapter<Stop> stops = ParcelModels.moshi().adapter(Stop.class);

  @Test
  void readsEveryValueAsTheUnknownVariantWithItsExactText() throws IOException {
    String json = "{ \"id\":\"s_1\", \"type\":\"ship\", \"s\\u0061ils\":3.0, \"id2\":null }";
    UnknownStop stop = assertInstanceOf(UnknownStop.class, stops.fromJson(json));

    assertEquals("ship", stop.type());
    assertEquals("s_1", stop.id());
    assertEquals(json, stop.json().json());
    assertEquals("{sails=number, id2=null}", stop.additionalProperties().toString());
    assertEquals(json, stops.toJson(stop));
  }

  @Test
  void standsBehindTheValueOnceItIsRead() throws IOException {
    JsonReader reader =
        JsonReader.of(
            new Buffer()
                .writeUtf8("[{\"type\":\"a\",\"id\":\"b\"},{\"id\":\"c\",\"type\":\"d\"}]"));
    reader.beginArray();
    assertEquals("b", stops.fromJson(reader).id());
    assertEquals("$[1]", reader.getPath());
    assertEquals("c", stops.fromJson(reader).id());
    reader.endArray();
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void doesNotReportWhatAnUnknownVariantHas() throws IOException {
    assertEquals(
        List.of(),
        HeardDrift.of(stops, "{\"type\":\"ship\",\"id\":\"s\",\"sails\":3,\"id\":\"t\"}"));
  }

  @Test
  void writesEachVariantAsWhatItIs() throws IOException {
    Pickup pickup = new Pickup("s_1", CHRISTMAS, Map.of("gate", JsonValue.of(5)));
    assertEquals(
        "{\"type\":\"pickup\",\"id\":\"s_1\",\"at\":\"2023-12-25T00:00:00Z\",\"gate\":5}",
        stops.toJson(pickup));
    Parcel inside =
        ParcelModels.PARCEL.fromJson("{\"id\":\"p\",\"note\":null,\"weight\":1,\"content\":0}");
    assertEquals(
        "{\"type\":\"transfer\",\"id\":\"s_2\","
            + "\"inside\":{\"id\":\"p\",\"note\":null,\"weight\":1,\"content\":0}}",
        stops.toJson(new Transfer("s_2", inside, Map.of())));
  }

  @Test
  void writesNoNull() {
    for (JsonAdapter<?> adapter : List.of(stops, ParcelModels.moshi().adapter(UnknownStop.class))) {
      assertEquals(
          "Expected a variant but found null at path $",
          assertThrows(CortexDataException.class, () -> adapter.toJson(null)).getMessage());
    }
    assertEquals(
        "Expected a string but found null at path $",
        assertThrows(
                CortexDataException.class,
                () -> ParcelModels.moshi().adapter(ParcelSize.class).toJson(null))
            .getMessage());
  }

  @Test
  void writesNoVariantOfItsOwnMaking() {
    Stop other =
        new Stop() {
          @Override
          public String type() {
            return "mine";
          }

          @Override
          public String id() {
            return "";
          }

          @Override
          public Map<String, JsonValue> additionalProperties() {
            return Map.of();
          }
        };
    assertEquals(
        other.getClass()
            + " is not a variant that can be written; use one of [class"
            + " ai.withcortex.core.json.Pickup, class ai.withcortex.core.json.Transfer, class"
            + " ai.withcortex.core.json.UnknownStop]",
        assertThrows(IllegalArgumentException.class, () -> stops.toJson(other)).getMessage());
  }

  @Test
  void theUnionTellsItsVariantsInTheOrderOfTheSpec() {
    assertEquals("Stop", Stop.UNION.name());
    assertEquals(Stop.class, Stop.UNION.type());
    assertEquals("type", Stop.UNION.discriminator());
    assertEquals(
        "{pickup=class ai.withcortex.core.json.Pickup,"
            + " transfer=class ai.withcortex.core.json.Transfer}",
        Stop.UNION.variants().toString());
    assertEquals(UnknownStop.class, Stop.UNION.unknown());
    assertThrows(UnsupportedOperationException.class, () -> Stop.UNION.variants().remove("pickup"));
  }

  @Test
  void theLabelsOfAUnionAreKeptInOrder() {
    UnionType<Stop> union =
        UnionType.of("Way", Stop.class, "label")
            .variant("z", Transfer.class)
            .variant("a", Pickup.class)
            .unknown(UnknownStop.class);
    assertEquals("Way", union.name());
    assertEquals("label", union.discriminator());
    assertEquals(List.of("z", "a"), List.copyOf(union.variants().keySet()));
  }

  @Test
  void anEnumIsWrittenAsItsValue() throws IOException {
    JsonAdapter<ParcelSize> sizes = ParcelModels.moshi().adapter(ParcelSize.class);
    assertEquals("\"small\"", sizes.toJson(ParcelSize.SMALL));
    assertEquals("\"\\udead?\"", sizes.toJson(ParcelSize.of("\udead?")));
    assertEquals(ParcelSize.LARGE, sizes.fromJson("\"large\""));
  }
}
