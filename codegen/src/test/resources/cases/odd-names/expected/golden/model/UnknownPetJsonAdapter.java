// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.UnknownVariantJsonAdapter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link UnknownPet}. */
final class UnknownPetJsonAdapter
    extends UnknownVariantJsonAdapter<UnknownPet, UnknownPet.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("UnknownPet").required("k&x'<y>=`", JsonValue.Kind.STRING).build();

  static JsonAdapter<UnknownPet> create(Moshi moshi) {
    return new UnknownPetJsonAdapter(moshi);
  }

  private UnknownPetJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected UnknownPet.Builder newBuilder() {
    return new UnknownPet.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, UnknownPet.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.kXY(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected UnknownPet build(
      UnknownPet.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(UnknownPet model) {
    return model.additionalProperties();
  }

  @Override
  protected void keep(UnknownPet.Builder builder, JsonValue json) {
    builder.json(json);
  }

  @Override
  protected JsonValue json(UnknownPet model) {
    return model.json();
  }
}
