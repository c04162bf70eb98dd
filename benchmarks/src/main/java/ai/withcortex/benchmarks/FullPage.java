package ai.withcortex.benchmarks;

import ai.withcortex.core.json.JsonValue;
import java.util.Random;

/**
 * A page of 100 runs as an API with long prompts sends it, about 1.3 MB: two versions of 12 steps
 * that the runs share by turns, and what each step left. The same for the same seed.
 */
final class FullPage {
  private static final int RUNS = 100;
  private static final int STEPS = 12;
  private static final String[] TYPES = {
    "note", "input", "branch", "code", "model", "http_request", "browser", "workflow", "service"
  };

  private final Random random;
  private final StringBuilder json = new StringBuilder();

  private FullPage(long seed) {
    random = new Random(seed);
  }

  static String json(long seed) {
    FullPage page = new FullPage(seed);
    String[] versions = {page.version(1), page.version(2)};
    page.json.append('[');
    for (int run = 0; run < RUNS; run++) {
      page.json.append(run == 0 ? "" : ",");
      page.run(run, versions[run % versions.length]);
    }
    return page.json.append(']').toString();
  }

  private void run(int number, String version) {
    json.append("{\"id\":\"run_").append(number).append("\",\"status\":\"COMPLETED\",");
    json.append("\"origin\":\"WORKFLOW\",\"input\":{\"question\":").append(text(200)).append("},");
    json.append("\"output\":{");
    for (int step = 0; step < STEPS; step++) {
      json.append(step == 0 ? "" : ",").append("\"step_").append(step).append("\":");
      output(step);
    }
    json.append("},\"result\":{\"answer\":").append(text(300)).append("},");
    json.append("\"started_at\":\"2026-01-02T03:04:05.678Z\",");
    json.append("\"ended_at\":\"2026-01-02T03:04:09.123Z\",\"app_id\":\"app_1\",");
    json.append("\"workflow_app_id\":\"app_1\",\"workflow_id\":\"work_1\",");
    json.append("\"workflow_version_draft\":null,\"workflow_version\":").append(version);
    json.append(",\"version\":2,\"usage\":{\"total\":").append(random.nextInt(1000)).append(".25,");
    json.append("\"calls\":[],\"steps\":{\"step_4\":{\"total\":0.5}}},");
    json.append("\"created_at\":\"2026-01-02T03:04:05Z\",\"updated_at\":\"2026-01-02T03:04:09Z\"}");
  }

  private void output(int step) {
    json.append("{\"key\":\"step_").append(step).append("\",\"status\":\"COMPLETED\",\"type\":\"");
    json.append(TYPES[step % TYPES.length]).append("\",\"start\":1767323045678,");
    json.append("\"end\":1767323046789,\"output\":{\"ok\":true,\"score\":")
        .append(random.nextInt());
    json.append(",\"items\":[1,2,3,4.5],\"message\":").append(text(150)).append("}}");
  }

  private String version(int number) {
    StringBuilder version = new StringBuilder("{\"id\":\"version_").append(number);
    version
        .append("\",\"app_id\":\"app_1\",\"workflow_id\":\"work_1\",\"version\":")
        .append(number);
    version.append(",\"key\":\"answer\",\"input\":{},\"created_at\":\"2026-01-01\",\"steps\":[");
    for (int step = 0; step < STEPS; step++) {
      String type = TYPES[step % TYPES.length];
      version.append(step == 0 ? "" : ",").append("{\"type\":\"").append(type);
      version.append("\",\"key\":\"step_").append(step).append("\",\"destinations\":[\"step_");
      version.append(step + 1).append("\"],\"position\":[120.5,").append(step * 80);
      version.append("],\"size\":[320,80],\"throw_on_error\":true,").append(own(type)).append('}');
    }
    return version.append("]}").toString();
  }

  private String own(String type) {
    switch (type) {
      case "note":
        return "\"note\":" + text(700);
      case "branch":
        return "\"conditions\":{\"yes\":{\"condition\":"
            + text(80)
            + ",\"destinations\":[\"step_5\"],"
            + "\"order\":0}},\"else\":[\"step_6\"]";
      case "code":
        return "\"code\":" + text(900);
      case "model":
        return "\"provider\":{\"provider\":\"any\",\"model\":\"large\",\"temperature\":0.2,"
            + "\"messages\":[{\"role\":\"system\",\"content\":"
            + text(1200)
            + "}],\"max_tokens\":500}";
      case "http_request":
        return "\"url\":\"https://shop.example/orders\",\"method\":\"POST\",\"headers\":{\"accept\":"
            + "\"application/json\"},\"body\":"
            + text(200);
      case "browser":
        return "\"url\":\"https://shop.example\",\"strip_html\":true";
      case "service":
        return "\"service\":{\"type\":\"SLACK\",\"action\":\"SEND\",\"input\":{\"text\":"
            + text(200)
            + "}}";
      default:
        return "\"input\":{\"ticket\":{\"type\":\"string\",\"name\":\"Ticket\",\"desc\":"
            + text(200)
            + "}}";
    }
  }

  /** A JSON string of words, with an escape here and there. */
  private String text(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      for (int letter = random.nextInt(8) + 2; letter > 0; letter--) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append(random.nextInt(20) == 0 ? '\n' : ' ');
    }
    return JsonValue.of(text.toString()).json();
  }
}
