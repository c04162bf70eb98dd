package ai.withcortex.trial.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault of a document, as the generator tells it.
 *
 * @param pointer the place
 * @param text what is wrong with it, and what to do, in two sentences
 */
record Fault(String pointer, String text) {
  /** Ends at the first word of what is wrong, because a pointer may have spaces. */
  private static final String FAULT =
      "(#.*?) ((?:is|has|uses|would|needs|lists|allows|combines|contains|refers|makes|differs"
          + "|overrides|repeats|sets|appears|does|describes|may|becomes|declares|belongs) .*)";

  private static final Pattern SINGLE = Pattern.compile("(?s)[^#]*?:\\d+:\\d+: " + FAULT);
  private static final Pattern LISTED = Pattern.compile("  \\d+:\\d+ " + FAULT);
  private static final Pattern SHARED = Pattern.compile("  \\d+ x .*\\. (\\[\\d+]) (.*)");
  private static final Pattern NUMBERED = Pattern.compile("(.*) (\\[\\d+])");

  /** Returns the faults in the message with which the generator refuses a document. */
  static List<Fault> in(String message) {
    Matcher single = SINGLE.matcher(message);
    if (!message.contains(" faults (line:column")) {
      return single.matches()
          ? List.of(new Fault(single.group(1), single.group(2)))
          : List.of(new Fault("#", message));
    }
    Map<String, String> remedies = new HashMap<>();
    for (String line : message.substring(message.lastIndexOf("\n\n")).split("\n", -1)) {
      Matcher shared = SHARED.matcher(line);
      if (shared.matches()) {
        remedies.put(shared.group(1), shared.group(2));
      }
    }
    List<Fault> faults = new ArrayList<>();
    for (String line : message.split("\n", -1)) {
      Matcher listed = LISTED.matcher(line);
      if (listed.matches()) {
        faults.add(new Fault(listed.group(1), withRemedy(listed.group(2), remedies)));
      }
    }
    return faults;
  }

  private static String withRemedy(String text, Map<String, String> remedies) {
    Matcher numbered = NUMBERED.matcher(text);
    String remedy = numbered.matches() ? remedies.get(numbered.group(2)) : null;
    return remedy == null ? text : numbered.group(1) + " " + remedy;
  }
}
