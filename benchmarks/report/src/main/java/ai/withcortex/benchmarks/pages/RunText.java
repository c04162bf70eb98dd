package ai.withcortex.benchmarks.pages;

/** Creates runs as JSON text. */
final class RunText {
  private final JsonText json;
  private final int steps;
  private final int depth;
  private final StringBuilder text = new StringBuilder();

  RunText(JsonText json, int steps, int depth) {
    this.json = json;
    this.steps = steps;
    this.depth = depth;
  }

  String run(int number, String version) {
    text.setLength(0);
    text.append("{\"id\":\"run_").append(number).append('"');
    member("status", '"' + json.oneOf("COMPLETED", "FAILED", "RUNNING", "CANCELLED") + '"');
    member("origin", '"' + json.oneOf("WORKFLOW", "TRIGGER", "ENDPOINT", "TEST") + '"');
    member("input", json.random.nextInt(10) == 0 ? "null" : inputs());
    member("output", outputs());
    optional("result", "{\"answer\":" + json.text(300) + "}");
    optional("error", json.text(60));
    member("created_at", json.timestamp());
    member("started_at", json.timestamp());
    member("ended_at", json.has() ? json.timestamp() : "null");
    member("updated_at", json.timestamp());
    member("app_id", "\"app_1\"");
    member("workflow_app_id", "\"app_1\"");
    member("workflow_id", "\"work_1\"");
    member("workflow_version_draft", "null");
    member("workflow_version", version);
    optional("version", Integer.toString(json.random.nextInt(100)));
    optional("collection_id", "\"collection_" + number + '"');
    optional("record_id", "\"record_" + number + '"');
    optional("usage", usage());
    return text.append('}').toString();
  }

  private void member(String name, String value) {
    text.append(",\"").append(name).append("\":").append(value);
  }

  private void optional(String name, String value) {
    if (json.has()) {
      member(name, value);
    }
  }

  private String inputs() {
    StringBuilder inputs = new StringBuilder("{\"question\":").append(json.text(200));
    for (int field = 1; field < steps / 4; field++) {
      inputs.append(",\"field_").append(field).append("\":").append(json.open(depth - 1));
    }
    return inputs.append('}').toString();
  }

  private String outputs() {
    StringBuilder outputs = new StringBuilder("{");
    for (int step = 0; step < steps; step++) {
      outputs.append(step == 0 ? "" : ",").append("\"step_").append(step).append("\":{");
      outputs.append("\"key\":\"step_").append(step).append("\",\"status\":\"COMPLETED\",");
      outputs.append("\"type\":\"").append(VersionText.type(step)).append('"');
      if (json.has()) {
        outputs.append(",\"start\":1767323045678,\"end\":1767323046789");
      }
      outputs.append(",\"output\":{\"items\":[1,2,3,4.5],\"message\":").append(json.text(130));
      outputs.append(",\"value\":").append(json.open(depth)).append("}}");
    }
    return outputs.append('}').toString();
  }

  private String usage() {
    String calls = json.has() ? ",\"calls\":[{\"id\":\"call_1\",\"total\":0.25}]" : "";
    return "{\"total\":"
        + json.random.nextInt(1000)
        + ".25"
        + calls
        + ",\"steps\":{\"step_4\":{\"total\":0.5}}}";
  }
}
