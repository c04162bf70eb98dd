package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/** Writes down what a sink is told, such as {@code OTHER_KIND Parcel $.carrier null}. */
final class HeardDrift implements DriftSink {
  final List<String> heard = new ArrayList<>();

  /** What is told while an adapter reads. */
  static List<String> of(JsonAdapter<?> adapter, String json) throws IOException {
    HeardDrift drift = new HeardDrift();
    Object unused = adapter.fromJson(drift.attach(JsonReader.of(new Buffer().writeUtf8(json))));
    return drift.heard;
  }

  JsonReader attach(JsonReader reader) {
    reader.setTag(DriftSink.class, this);
    return reader;
  }

  @Override
  public void drifted(DriftKind kind, String schema, String path, JsonValue.Kind found) {
    heard.add(kind + " " + schema + " " + path + " " + found.withArticle());
  }
}
