package ai.withcortex.regeneration.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
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

/** Breaks that the next release has on purpose, each with its reason. */
public final class AcceptedBreaks {
  /** Accepts nothing. */
  public static final AcceptedBreaks NONE = new AcceptedBreaks(List.of());

  private final List<Entry> entries;
  private final Set<Entry> used = new HashSet<>();

  private AcceptedBreaks(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads a YAML list of entries with {@code change}, {@code class}, {@code member} (optional),
   * {@code reason} and {@code always}.
   *
   * @throws IOException if an entry has something else, or lacks something
   */
  public static AcceptedBreaks of(String yaml) throws IOException {
    ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    List<Entry> entries = mapper.readValue(yaml, new TypeReference<List<Entry>>() {});
    for (Entry entry : entries) {
      if (entry.change == null || entry.className == null || entry.reason == null) {
        throw new IOException("An accepted break needs change, class and reason; found " + entry);
      }
    }
    return new AcceptedBreaks(entries);
  }

  /** Why a break is accepted, if it is. */
  public Optional<String> reason(ApiBreak found) {
    for (Entry entry : entries) {
      if (entry.accepts(found)) {
        used.add(entry);
        return Optional.ofNullable(entry.reason);
      }
    }
    return Optional.empty();
  }

  /** The entries that accepted nothing and should go; those that are policy stay. */
  public List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.always && !used.contains(entry)) {
        unused.add(entry.toString());
      }
    }
    return unused;
  }

  /**
   * One line of the list.
   *
   * @param className {@code *} stands for any text in it
   * @param member null for any
   * @param always whether it is a policy, which stays though nothing needs it now
   */
  private record Entry(
      @Nullable String change,
      @JsonProperty("class") @Nullable String className,
      @Nullable String member,
      @Nullable String reason,
      boolean always) {
    boolean accepts(ApiBreak found) {
      return Objects.equals(change, found.change())
          && matches(Objects.requireNonNull(className), found.className())
          && (member == null || matches(member, found.member()));
    }

    private static boolean matches(String pattern, String text) {
      return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }

    @Override
    public String toString() {
      return change + " of " + className + (member == null ? "" : "." + member);
    }
  }
}
