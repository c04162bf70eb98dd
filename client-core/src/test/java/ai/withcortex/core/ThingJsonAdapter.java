package ai.withcortex.core;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads things as generated adapters do, who tell of what they do not know. */
final class ThingJsonAdapter extends JsonAdapter<Thing> {
  @Override
  public Thing fromJson(JsonReader reader) throws IOException {
    Thing thing = new Thing();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "id" -> thing.id = reader.nextString();
        case "number" -> thing.number = reader.nextInt();
        default -> {
          DriftSink.report(reader, DriftKind.UNKNOWN_PROPERTY, "Thing");
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    return thing;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Thing thing) throws IOException {
    if (thing == null) {
      throw new AssertionError();
    }
    writer.beginObject().name("id").value(thing.id).name("number").value(thing.number).endObject();
  }
}
