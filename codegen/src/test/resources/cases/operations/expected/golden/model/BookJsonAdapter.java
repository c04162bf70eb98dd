// Generated from "Operations" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelJsonAdapter;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.ModelWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link Book}. */
final class BookJsonAdapter extends ModelJsonAdapter<Book, Book.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Book").required("title", JsonValue.Kind.STRING).build();

  static JsonAdapter<Book> create(Moshi moshi) {
    return new BookJsonAdapter(moshi);
  }

  private BookJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Book.Builder newBuilder() {
    return new Book.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Book.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.title(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Book build(Book.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Book model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Book model) throws IOException {
    writer.<String>required("title", JsonAdapters.STRING, model.title());
  }
}
