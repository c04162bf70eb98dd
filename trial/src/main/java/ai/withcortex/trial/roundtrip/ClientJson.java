package ai.withcortex.trial.roundtrip;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.UnionType;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.Generator;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The models of a client and their adapters. */
public final class ClientJson {
  /** Where the adapter of an object names its schema. */
  private static final Pattern OBJECT = Pattern.compile("ModelProperties\\.of\\(\\s*\"([^\"]+)\"");

  /** Where the factory names the schema of an enum. */
  private static final Pattern ENUM =
      Pattern.compile("new OpenEnumJsonAdapter<(\\w+)>\\(\\s*\"([^\"]+)\"");

  private static final String FOLDER = Generator.MODEL_PACKAGE.replace('.', '/') + "/";
  private static final String FACTORY = "ModelJsonAdapterFactory";
  private static final String ADAPTER = "JsonAdapter.java";

  private ClientJson() {}

  /** Returns a Moshi that reads all models of a client, and variants of unions by their labels. */
  public static Moshi moshi(Client client) throws ReflectiveOperationException {
    return new Moshi.Builder()
        .add(new UnionsByLabel(unions(client)))
        .add((JsonAdapter.Factory) factory(client).getMethod("create").invoke(null))
        .add((type, annotations, moshi) -> JsonAdapters.scalar(boxed(type)))
        .build();
  }

  private static Class<?> factory(Client client) throws ClassNotFoundException {
    return client.classes().loadClass(Generator.MODEL_PACKAGE + "." + FACTORY);
  }

  @SuppressWarnings("unchecked") // The return type of the generated method.
  private static List<UnionType<?>> unions(Client client) throws ReflectiveOperationException {
    return (List<UnionType<?>>) factory(client).getMethod("unions").invoke(null);
  }

  private static Type boxed(Type type) {
    if (type == boolean.class) {
      return Boolean.class;
    } else if (type == int.class) {
      return Integer.class;
    } else if (type == long.class) {
      return Long.class;
    } else if (type == float.class) {
      return Float.class;
    }
    return type == double.class ? Double.class : type;
  }

  /** Returns the classes of objects, enums, and unions, by the names of their schemas. */
  static Map<String, Class<?>> models(Client client) throws ReflectiveOperationException {
    Map<String, Class<?>> models = new TreeMap<>();
    for (Map.Entry<String, String> source : client.sources().entrySet()) {
      String file = source.getKey();
      Matcher object = OBJECT.matcher(source.getValue());
      if (file.startsWith(FOLDER)
          && file.endsWith(ADAPTER)
          && !source.getValue().contains(" extends UnknownVariantJsonAdapter<")
          && object.find()) {
        String name = file.substring(FOLDER.length(), file.length() - ADAPTER.length());
        models.put(object.group(1), model(client, name));
      }
    }
    Matcher enums = ENUM.matcher(client.sources().getOrDefault(FOLDER + FACTORY + ".java", ""));
    while (enums.find()) {
      models.put(enums.group(2), model(client, enums.group(1)));
    }
    unions(client).forEach(union -> models.put(union.name(), union.type()));
    return models;
  }

  private static Class<?> model(Client client, String name) throws ClassNotFoundException {
    return client.classes().loadClass(Generator.MODEL_PACKAGE + "." + name);
  }
}
