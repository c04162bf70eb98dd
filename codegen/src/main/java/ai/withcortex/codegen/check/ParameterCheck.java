package ai.withcortex.codegen.check;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rejects parameters that the generator does not support. */
final class ParameterCheck {
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  private static final Pattern PATH_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
  private static final Set<String> LIST_STYLES =
      Set.of("form", "simple", "spaceDelimited", "pipeDelimited");

  /** Headers that OpenAPI parameters cannot set. */
  private static final Set<String> HEADERS =
      Set.of(
          "accept",
          "authorization",
          "cache-control",
          "content-length",
          "content-type",
          "transfer-encoding");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private final SpecDocument spec;
  private final SchemaCheck schemas;
  private final BodyCheck bodies;
  private final NameCheck names;
  private final Faults faults;
  private final TextCheck texts;
  private final ChoiceCheck choices;

  /** The Java names of all parameters and properties, and those that are suggested. */
  private final Set<String> ofAll = new HashSet<>();

  /** The suggested names by what they would be mapped from. */
  private final Map<String, String> suggestions = new HashMap<>();

  ParameterCheck(
      SpecDocument spec, SchemaCheck schemas, BodyCheck bodies, NameCheck names, Faults faults) {
    this.spec = spec;
    this.schemas = schemas;
    this.bodies = bodies;
    this.names = names;
    this.faults = faults;
    this.texts = new TextCheck(spec);
    this.choices = new ChoiceCheck(spec);
    spec.root().findValues("parameters").forEach(this::addNames);
    // Some of them are form fields.
    spec.root().findValues("properties").stream()
        .flatMap(properties -> SpecDocument.names(properties).stream())
        .forEach(name -> ofAll.add(names.parameter("form", name)));
  }

  /** Adds the names of parameters that are listed or have names of their own. */
  private void addNames(JsonNode parameters) {
    for (JsonNode parameter : parameters) {
      ofAll.add(names.parameter(parameter.path("in").asText(), parameter.path("name").asText()));
    }
  }

  /**
   * Checks the form fields and parameters of an operation, including the parameters of its path.
   */
  void check(SpecPlace path, String template, JsonNode item, String method) {
    Map<String, SpecDocument.Part> parameters = new LinkedHashMap<>();
    collect(path, item, parameters);
    collect(path.to(method), item.path(method), parameters);
    Map<String, SpecPlace> byJavaName = new HashMap<>();
    Map<String, SpecPlace> byHeader = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (SpecDocument.Part parameter : parameters.values()) {
      String in = parameter.node().path("in").asText();
      taken.add(names.parameter(in, parameter.node().path("name").asText()));
    }
    parameters.forEach(
        (key, parameter) -> {
          SpecPlace place = parameter.place();
          String name = parameter.node().path("name").asText();
          checkOne(place, name, parameter.node(), template);
          String in = parameter.node().path("in").asText();
          if (in.equals("header")) {
            requireOwnHeader(place, name, byHeader);
          }
          if (!name.isEmpty()) {
            faults.collect(() -> requireOwnName(place, in, name, byJavaName, taken));
          }
        });
    Map<String, SpecDocument.Part> options = new LinkedHashMap<>();
    Map<String, String> javaNames = new HashMap<>();
    parameters.values().stream()
        .filter(parameter -> isOption(parameter.node()))
        .forEach(
            parameter -> {
              String in = parameter.node().path("in").asText();
              String name = parameter.node().path("name").asText();
              String javaName = names.parameter(in, name);
              if (javaNames.containsValue(javaName)) {
                return; // It has been reported.
              }
              String mapped = options.containsKey(name) ? in + ":" + name : name;
              options.put(
                  mapped,
                  new SpecDocument.Part(parameter.place(), parameter.node().path("schema")));
              javaNames.put(mapped, javaName);
            });
    if (!options.isEmpty()) {
      new MethodCheck(spec, faults)
          .check(
              options,
              name -> javaNames.getOrDefault(name, name),
              JavaNames::isTakenOption,
              "parameterNameMappings",
              List.of());
      String id = item.path(method).path("operationId").asText();
      faults.collectUnlessKnownWithin(
          path.to(method, "operationId"), () -> names.requireOptions(path.to(method), id));
      faults.collect(
          () ->
              choices.check(
                  path.to(method), options.values().stream().map(SpecDocument.Part::node)));
    }
    JsonNode body = item.path(method).path("requestBody");
    if (!body.isMissingNode()) {
      faults.collect(() -> checkFields(path.to(method, "requestBody"), body, byJavaName, taken));
    }
    Matcher variables = VARIABLE.matcher(template);
    while (variables.find()) {
      if (!parameters.containsKey("path " + variables.group(1))) {
        faults.add(
            new SpecException(
                path.to(method),
                "has no parameter for '" + variables.group() + "', which is in its path",
                "Add one with 'in: path'."));
      }
    }
  }

  private void checkFields(
      SpecPlace place, JsonNode body, Map<String, SpecPlace> byJavaName, Set<String> taken) {
    Map<String, BodyCheck.Field> fields = bodies.fields(place, body);
    fields.keySet().forEach(name -> taken.add(names.parameter("form", name)));
    fields.forEach(
        (name, field) -> {
          faults.collect(() -> names.requireParameter(field.place(), "form", name));
          faults.collect(() -> checkSince(field.place(), field.node(), field.required()));
          faults.collect(() -> requireOwnName(field.place(), "form", name, byJavaName, taken));
        });
  }

  private static boolean isOption(JsonNode parameter) {
    return !parameter.path("required").asBoolean();
  }

  private static void requireOwnHeader(
      SpecPlace place, String name, Map<String, SpecPlace> byHeader) {
    SpecPlace other = byHeader.put(name.toLowerCase(Locale.ROOT), place);
    if (other != null) {
      throw new SpecException(
          place,
          "is the same header as " + other.pointer() + ", because HTTP ignores case",
          "Remove one of them.");
    }
  }

  private void requireOwnName(
      SpecPlace place,
      String in,
      String name,
      Map<String, SpecPlace> byJavaName,
      Set<String> taken) {
    String javaName = names.parameter(in, name);
    if (!JavaNames.isName(javaName) || !NameCheck.isPlain(name)) {
      return; // NameCheck reports it.
    }
    SpecPlace other = byJavaName.put(javaName, place);
    if (other != null) {
      String suggested =
          suggestions.computeIfAbsent(in + ":" + name, key -> suggest(javaName, in, taken));
      throw new SpecException(
          place,
          "would have the same Java name as " + other.pointer(),
          "Rename one of them with parameterNameMappings, such as "
              + (in + ":" + name + "=" + suggested + "."));
    }
  }

  /** Returns a name that no parameter has. Mappings apply to all operations. */
  private String suggest(String javaName, String in, Set<String> ofOperation) {
    String suggested = JavaNames.accessor(javaName + "-" + in);
    for (int number = 2; ofOperation.contains(suggested) || !ofAll.add(suggested); number++) {
      suggested = javaName + number;
    }
    return suggested;
  }

  /**
   * Collects parameters. Parameters of an operation override those of its path that have the same
   * name and location.
   */
  private void collect(SpecPlace place, JsonNode owner, Map<String, SpecDocument.Part> parameters) {
    JsonNode list = owner.path("parameters");
    Map<String, SpecPlace> own = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      SpecPlace its = place.to("parameters", i);
      JsonNode parameter = list.get(i);
      faults.collect(
          () -> {
            SpecDocument.Part part = spec.resolve(its, parameter, "parameters");
            String name = part.node().path("name").asText();
            // Those without a name are different ones.
            String key = part.node().path("in").asText() + " " + (name.isEmpty() ? its : name);
            SpecDocument.Part before = parameters.put(key, part);
            SpecPlace twin = own.put(key, its);
            if (twin != null) {
              throw new SpecException(its, "repeats " + twin.pointer(), "Remove one of them.");
            }
            requireOverride(its, part, before);
          });
    }
  }

  /** Rejects an override that OpenAPI Generator would ignore in favor of a reference. */
  private static void requireOverride(
      SpecPlace place, SpecDocument.Part part, SpecDocument.@Nullable Part overridden) {
    boolean isReference = !part.place().equals(place);
    String components = SpecPlace.ROOT.to("components").pointer();
    if (overridden != null && !isReference && overridden.place().pointer().startsWith(components)) {
      throw new SpecException(
          place,
          "overrides " + overridden.place().pointer() + ", to which its path refers",
          "Put it under components/parameters, too, and refer to it here.");
    }
  }

  private static void checkSince(SpecPlace place, JsonNode parameter, boolean required) {
    JsonNode since = parameter.path(SpecKeywords.SINCE);
    if (since.isMissingNode()) {
      return;
    }
    if (!since.isTextual() || !VERSION.matcher(since.asText()).matches()) {
      throw new SpecException(
          place.to(SpecKeywords.SINCE),
          "is " + since + ", which is not a version",
          "Write the first client version that has the parameter, such as 1.5.0.");
    }
    if (required) {
      throw new SpecException(
          place,
          "is required but was added later, so older methods without it would fail",
          "Remove '" + SpecKeywords.SINCE + "', or make it optional.");
    }
  }

  private void checkOne(SpecPlace place, String name, JsonNode parameter, String template) {
    String in = parameter.path("in").asText();
    // The parser reports a missing name and a missing place.
    if (parameter.has("name")) {
      faults.collect(() -> names.requireParameter(place, in, name));
    }
    if (isOption(parameter)) {
      faults.collect(() -> names.requireOption(place, in, name));
    }
    faults.collect(() -> checkSince(place, parameter, parameter.path("required").asBoolean()));
    if (!in.isEmpty()) {
      faults.collect(() -> requireSupportedPlace(place, name, parameter, template));
    }
    for (String flag : List.of("allowReserved", "allowEmptyValue")) {
      if (parameter.path(flag).asBoolean()) {
        faults.add(
            new SpecException(
                place, "has '" + flag + "', which the client does not support", "Remove it."));
      }
    }
    if (parameter.has("schema")) {
      faults.collect(() -> requireStyle(place, parameter));
      faults.collect(
          () -> {
            texts.check(place, parameter.path("schema"));
            schemas.check(place.to("schema"), parameter.path("schema"));
          });
    } else {
      faults.add(
          new SpecException(place, "has no schema, or uses content instead", "Give it a schema."));
    }
  }

  private void requireStyle(SpecPlace place, JsonNode parameter) {
    String in = parameter.path("in").asText();
    String style = parameter.path("style").asText(in.equals("query") ? "form" : "simple");
    if (in.equals("path") && !style.equals("simple")) {
      throw new SpecException(place, "has the style " + style, "Use the style simple.");
    }
    JsonNode schema = new Schemas(spec).plain(parameter.path("schema"));
    if (schema.path("type").asText().equals("array") && !LIST_STYLES.contains(style)) {
      throw new SpecException(
          place,
          "is a list with the style " + style,
          "Use form, spaceDelimited or pipeDelimited in the query, simple elsewhere.");
    }
  }

  private static void requireSupportedPlace(
      SpecPlace place, String name, JsonNode parameter, String template) {
    String in = parameter.path("in").asText();
    if (!Set.of("path", "query", "header").contains(in)) {
      throw new SpecException(
          place, "is in a " + in, "Use the path, the query or a header instead.");
    }
    if (in.equals("header") && HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new SpecException(place, "is a header that the client sets itself", "Remove it.");
    }
    if (in.equals("path") && !PATH_NAME.matcher(name).matches()) {
      throw new SpecException(
          place,
          "has the name '" + name + "', which Retrofit does not support in paths",
          "Start it with a letter, and use only letters, digits, '_' and '-'.");
    }
    if (in.equals("header") && !HEADER.matcher(name).matches()) {
      throw new SpecException(
          place,
          "has the name '" + name + "', which HTTP does not allow for a header",
          "Use only letters, digits, '-' and '_'.");
    }
    if (in.equals("path") && !template.contains("{" + name + "}")) {
      throw new SpecException(
          place,
          "is in the path, which has no '{" + name + "}'",
          "Add it to the path, or put the parameter elsewhere.");
    }
    if (in.equals("path") && !parameter.path("required").asBoolean()) {
      throw new SpecException(place, "is in the path but is not required", "Add 'required: true'.");
    }
  }
}
