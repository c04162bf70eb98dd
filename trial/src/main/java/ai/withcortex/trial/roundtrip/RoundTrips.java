package ai.withcortex.trial.roundtrip;

import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.spec.ExpectedReading;
import ai.withcortex.spec.JsonDifferences;
import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTreeReader;
import ai.withcortex.spec.JsonTreeWriter;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.Choice;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.trial.schema.DocumentParts;
import ai.withcortex.trial.schema.Samples;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.ClientCheck;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads JSON of each model, writes it, and reads it again, and builds the model with its builder.
 * Each time, the result must be what was read first, and the JSON must mean the same.
 */
public final class RoundTrips implements ClientCheck {
  @Override
  public String title() {
    return "models";
  }

  @Override
  public Result check(Client client) throws Exception {
    DocumentParts parts = DocumentParts.read(client.document());
    Moshi moshi = ClientJson.moshi(client);
    Map<String, Class<?>> models = ClientJson.models(client);
    List<String> failures = new ArrayList<>();
    models.forEach(
        (schema, model) ->
            new OfModel<>(schema, model, parts.types().named(schema), moshi, failures).check());
    return new Result(models.size(), failures);
  }

  private static final class OfModel<T> {
    private final String schema;
    private final SpecType type;
    private final JsonAdapter<T> adapter;
    private final Rebuilding rebuilding;
    private final List<String> failures;

    OfModel(String schema, Class<T> model, SpecType type, Moshi moshi, List<String> failures) {
      this.schema = schema;
      this.type = type;
      this.adapter = moshi.adapter(model);
      this.rebuilding = new Rebuilding(model);
      this.failures = failures;
    }

    void check() {
      samples().forEach(this::check);
      if (type instanceof Choice choice) {
        choice.values().forEach(this::checkValue);
      }
    }

    private Map<String, JsonTree> samples() {
      Map<String, JsonTree> samples = new LinkedHashMap<>();
      for (Samples.Kind kind : Samples.Kind.values()) {
        samples.put(kind.toString(), Samples.of(type, kind, schema));
      }
      if (type instanceof Union union) {
        union.variants().keySet().forEach(l -> samples.put(l, Samples.variant(union, l)));
      }
      return samples;
    }

    private void check(String kind, JsonTree sample) {
      String json = JsonTreeWriter.write(sample);
      ExpectedReading.Outcome expected = ExpectedReading.of(type, sample);
      try {
        T value = adapter.fromJson(json);
        String written = adapter.toJson(value);
        List<String> differences =
            JsonDifferences.of(type, expected.read().orElseThrow(), JsonTreeReader.read(written));
        require(differences.isEmpty(), kind, "changed " + differences, json);
        require(adapter.fromJson(written).equals(value), kind, "reads other values", json);
        if (type instanceof Model model) {
          Set<String> unlisted = unlisted(model, (Members) sample);
          Set<String> kept = rebuilding.additionalNames(value);
          require(unlisted.equals(kept), kind, "has no values for " + kept, json);
        }
        if (rebuilding.isPossible()) {
          require(rebuilding.byProperties(value).equals(value), kind, "builds other values", json);
          require(rebuilding.byCopy(value).equals(value), kind, "copies other values", json);
        }
      } catch (IOException | ReflectiveOperationException | RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        require(false, kind, "throws " + cause + " " + expected.refusal(), json);
      }
    }

    /** Returns the names of the members that no accessor shows. */
    private static Set<String> unlisted(Model model, Members sample) {
      Set<String> names = new TreeSet<>();
      for (Member member : sample.list()) {
        Property property = model.properties().get(member.name());
        if (property == null || !property.fits(member.value())) {
          names.add(member.name());
        }
      }
      return names;
    }

    private void checkValue(String text) {
      try {
        OpenEnum value = (OpenEnum) adapter.fromJson(JsonTreeWriter.write(new JsonTree.Text(text)));
        require(value.isKnown() && value.value().equals(text), text, "has no constant", text);
      } catch (IOException e) {
        require(false, text, "throws " + e, text);
      }
    }

    private void require(boolean condition, String kind, String problem, String json) {
      if (!condition) {
        failures.add(schema + " (" + kind + ") " + problem + ": " + json);
      }
    }
  }
}
