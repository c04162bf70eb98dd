package ai.withcortex.benchmarks.pages;

/** Creates workflow versions as JSON text. */
final class VersionText {
  private static final String[] TYPES = {
    "note", "input", "branch", "code", "model", "http_request", "browser", "workflow", "service"
  };

  private final JsonText json;
  private final int steps;
  private final int depth;

  VersionText(JsonText json, int steps, int depth) {
    this.json = json;
    this.steps = steps;
    this.depth = depth;
  }

  /** Returns the type of a step, both in versions and in outputs. */
  static String type(int step) {
    return TYPES[step % TYPES.length];
  }

  String version(int number) {
    StringBuilder version = new StringBuilder("{\"id\":\"version_").append(number);
    version.append("\",\"app_id\":\"app_1\",\"workflow_id\":\"work_1\",\"version\":");
    version.append(number).append(",\"key\":\"answer\",\"input\":{},\"created_at\":");
    version.append(json.timestamp());
    version.append(optional("description", json.text(80)));
    version.append(optional("created_by", "{\"id\":\"user_1\",\"name\":" + json.text(20) + "}"));
    version.append(",\"steps\":[");
    for (int step = 0; step < steps; step++) {
      version.append(step == 0 ? "" : ",").append("{\"type\":\"").append(type(step));
      version.append("\",\"key\":\"step_").append(step).append('"').append(own(type(step)));
      version.append(optional("destinations", "[\"step_" + (step + 1) + "\"]"));
      version.append(optional("position", "[120.5," + step * 80 + "]"));
      version.append(optional("size", "[320,80]"));
      version.append(optional("throw_on_error", Boolean.toString(json.random.nextBoolean())));
      version.append(optional("conditional", json.text(40))).append('}');
    }
    return version.append("]}").toString();
  }

  private String optional(String name, String value) {
    return json.has() ? ",\"" + name + "\":" + value : "";
  }

  private String own(String type) {
    return switch (type) {
      case "note" -> ",\"note\":" + json.text(700);
      case "branch" ->
          ",\"conditions\":{\"yes\":{\"condition\":"
              + json.text(80)
              + ",\"destinations\":[\"step_5\"],\"order\":0}}"
              + optional("else", "[\"step_6\"]");
      case "code" -> ",\"code\":" + json.text(900);
      case "model" ->
          ",\"provider\":{\"provider\":\"any\",\"model\":\"large\",\"messages\":"
              + "[{\"role\":\"system\",\"content\":"
              + json.text(1200)
              + "}]"
              + optional("temperature", "0.2")
              + optional("max_tokens", "500")
              + "}";
      case "http_request" ->
          ",\"url\":\"https://shop.example/orders\",\"method\":\"POST\""
              + ",\"headers\":{\"accept\":\"application/json\"}"
              + optional("body", json.text(200));
      case "browser" -> ",\"url\":\"https://shop.example\"" + optional("strip_html", "true");
      case "service" ->
          ",\"service\":{\"type\":\"SLACK\",\"action\":\"SEND\",\"input\":"
              + json.open(depth)
              + "}";
      default -> ",\"input\":{\"ticket\":" + json.open(depth) + ",\"hint\":" + json.text(150) + "}";
    };
  }
}
