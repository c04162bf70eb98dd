package ai.withcortex.regeneration.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes that are harmless in this project, and breaks that the next release makes on purpose. */
public final class AcceptedBreaks {
  /** An instance that accepts nothing. */
  public static final AcceptedBreaks NONE = new AcceptedBreaks(List.of(), List.of());

  private final List<Entry> policies;
  private final List<Entry> accepted;
  private final Set<Entry> used = new HashSet<>();

  private AcceptedBreaks(List<Entry> policies, List<Entry> accepted) {
    this.policies = policies;
    this.accepted = accepted;
  }

  /**
   * Reads the lists {@code policies} and {@code accepted} from a YAML file. Each entry has {@code
   * change}, {@code class}, {@code member} (optional) and {@code reason}.
   *
   * @throws IOException if a list, a required key or a reason is missing, or a key is unknown
   */
  public static AcceptedBreaks of(String yaml) throws IOException {
    Lists lists = new ObjectMapper(new YAMLFactory()).readValue(yaml, Lists.class);
    return new AcceptedBreaks(complete(lists.policies), complete(lists.accepted));
  }

  private static List<Entry> complete(@Nullable List<Entry> entries) throws IOException {
    if (entries == null) {
      throw new IOException(
          "The file of accepted breaks must contain the lists policies and accepted");
    }
    for (Entry entry : entries) {
      if (entry.change == null || entry.className == null || entry.reason == null) {
        throw new IOException("An accepted break needs change, class and reason; found " + entry);
      }
    }
    return entries;
  }

  /** Returns the reason why a change is harmless, if a policy covers it. */
  public Optional<String> policy(ApiBreak found) {
    return policies.stream().filter(entry -> entry.covers(found)).map(Entry::reason).findFirst();
  }

  /** Returns the reason for a break, if it is accepted. */
  public Optional<String> reason(ApiBreak found) {
    Optional<Entry> entry = accepted.stream().filter(e -> e.covers(found)).findFirst();
    entry.ifPresent(used::add);
    return entry.map(Entry::reason);
  }

  /** Returns the accepted breaks that did not occur; their entries should be removed. */
  public List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (Entry entry : accepted) {
      if (!used.contains(entry)) {
        unused.add(entry.toString());
      }
    }
    return unused;
  }

  private record Lists(@Nullable List<Entry> policies, @Nullable List<Entry> accepted) {}

  /**
   * An entry of either list.
   *
   * @param className a class name, in which {@code *} matches any text without {@code $}
   * @param member a member name with the same wildcard; null matches any member
   */
  private record Entry(
      @Nullable String change,
      @JsonProperty("class") @Nullable String className,
      @Nullable String member,
      @Nullable String reason) {
    boolean covers(ApiBreak found) {
      return Objects.equals(change, found.change())
          && matches(Objects.requireNonNull(className), found.className())
          && (member == null || matches(member, found.member()));
    }

    private static boolean matches(String pattern, String text) {
      return text.matches(Pattern.quote(pattern).replace("*", "\\E[^$]*\\Q"));
    }

    @Override
    public String toString() {
      return change + " of " + className + (member == null ? "" : "." + member);
    }
  }
}
