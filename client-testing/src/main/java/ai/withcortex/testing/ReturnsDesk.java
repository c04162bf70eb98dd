package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputContainer;
import ai.withcortex.model.InputDisplay;
import ai.withcortex.model.InputFieldLayout;
import ai.withcortex.model.InputOptions;
import ai.withcortex.model.VersionAuthor;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop for garden tools answers customers who want to send something back. */
final class ReturnsDesk implements SampleWorkflow {
  private static final InputOptions OPTIONS =
      InputOptions.builder()
          .display(
              InputDisplay.builder()
                  .field(InputFieldLayout.STACKED)
                  .container(InputContainer.CENTER)
                  .hidden(false)
                  .build())
          .build();

  private final List<WorkflowVersion> versions = Arrays.asList(newest(), middle(), oldest());
  private final List<WorkflowVersionDraft> drafts = Arrays.asList(draft(), bareDraft());

  @Override
  public String appId() {
    return SampleData.APP;
  }

  @Override
  public String workflowId() {
    return SampleData.WORKFLOW;
  }

  @Override
  public int runCount() {
    return 260;
  }

  @Override
  public int greatestGapSeconds() {
    return 90 * 60;
  }

  @Override
  public List<WorkflowVersion> versions() {
    return versions;
  }

  @Override
  public List<WorkflowVersionDraft> drafts() {
    return drafts;
  }

  @Override
  public @Nullable Map<String, JsonValue> input(SampleRandom random) {
    if (random.oneIn(15)) {
      return null;
    }
    JsonObject input = new JsonObject().put("ticket", ticket(random));
    input.put("order_number", random.between(10_000, 99_999));
    return input.put("priority", random.oneIn(3) ? JsonValue.of("high") : JsonValue.NULL).members();
  }

  @Override
  public String answer(SampleRandom random) {
    return random.pick("Thank you for writing. ", "Sorry for the trouble! ", "Good to hear. ")
        + random.pick(
            "A new one leaves our warehouse tomorrow.",
            "You get your money back within five days.",
            "Please send us a photo of the damage.",
            "The label for the parcel is attached – postage is on us.",
            "That part is also sold on its own, for €4.90.");
  }

  @Override
  public JsonValue item(SampleRandom random) {
    return new JsonObject()
        .put("sku", random.pick("RAKE-14", "HOSE-25", "SPADE-2", "GLOVE-M"))
        .put("price", JsonValue.of(random.decimal(490, 8990, 2)))
        .value();
  }

  private static String ticket(SampleRandom random) {
    return "The "
        + random.pick(
            "rake", "garden hose", "spade", "watering can", "pair of gloves", "jardinière")
        + " I ordered "
        + random.pick("last week", "on Monday", "for my mother", "in your spring sale")
        + " "
        + random.pick(
            "arrived broken.",
            "is too small.",
            "never arrived.",
            "leaks.",
            "is fine, but too many.")
        + random.pick(" What now?", " I want my money back.", " Please advise \uD83C\uDF31", "");
  }

  private WorkflowVersion newest() {
    return version("wver_14", 14, ReturnsDeskSteps.all("Classify the ticket."))
        .description("Looks up orders before it answers")
        .rollbackVersion(12L)
        .notes("Back to the short prompt")
        .createdBy(VersionAuthor.builder().id("user_1").name("Example Author").build())
        .createdAt(Instant.parse("2025-06-02T00:00:00Z"))
        .input(ReturnsDeskSteps.fields())
        .inputDefault(new JsonObject().put("priority", "low").members())
        .inputOptions(OPTIONS)
        .build();
  }

  private WorkflowVersion middle() {
    return version("wver_13", 13, ReturnsDeskSteps.all("Sort the ticket, think step by step."))
        .putAdditionalProperty("description", JsonValue.NULL)
        .putAdditionalProperty("rollback_version", JsonValue.NULL)
        .putAdditionalProperty("notes", JsonValue.NULL)
        .createdBy(withoutName("user_2"))
        .createdAt(Instant.parse("2025-05-28T14:03:11.25Z"))
        .input(ReturnsDeskSteps.fields())
        .putAdditionalProperty("input_default", JsonValue.NULL)
        .inputOptions(InputOptions.builder().build())
        .build();
  }

  private WorkflowVersion oldest() {
    return version("wver_12", 12, ReturnsDeskSteps.few())
        .description("First version that customers see")
        .createdAt(Instant.parse("2025-05-20T09:30:00.123456789Z"))
        .putAdditionalProperty("input", JsonValue.NULL)
        .putAdditionalProperty("input_default", JsonValue.NULL)
        .putAdditionalProperty("input_options", JsonValue.NULL)
        .build();
  }

  private WorkflowVersion.Builder version(String id, long number, List<WorkflowStep> steps) {
    return WorkflowVersion.builder()
        .id(id)
        .appId(appId())
        .workflowId(workflowId())
        .version(number)
        .key("returns-desk")
        .steps(steps);
  }

  /** An author whose name is an explicit null. */
  private static VersionAuthor withoutName(String id) {
    return VersionAuthor.builder().id(id).putAdditionalProperty("name", JsonValue.NULL).build();
  }

  private static WorkflowVersionDraft draft() {
    return WorkflowVersionDraft.builder()
        .key("returns-desk")
        .input(ReturnsDeskSteps.fields())
        .inputDefault(new JsonObject().members())
        .inputOptions(OPTIONS)
        .steps(ReturnsDeskSteps.all("Classify the ticket, in the language of the customer."))
        .build();
  }

  private static WorkflowVersionDraft bareDraft() {
    return WorkflowVersionDraft.builder()
        .putAdditionalProperty("input", JsonValue.NULL)
        .putAdditionalProperty("input_default", JsonValue.NULL)
        .putAdditionalProperty("input_options", JsonValue.NULL)
        .steps(ReturnsDeskSteps.few())
        .build();
  }
}
