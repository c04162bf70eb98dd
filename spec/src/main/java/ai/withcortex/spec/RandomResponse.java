package ai.withcortex.spec;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A random page of runs, which a client must read and write again without a loss. */
public final class RandomResponse {
  private static final int BIG = 100_000;

  private final JsonTree tree;
  private final String json;
  private final Chance chance;

  private RandomResponse(JsonTree tree, String json, Chance chance) {
    this.tree = tree;
    this.json = json;
    this.chance = chance;
  }

  /**
   * Makes a response; always the same one of the same seed.
   *
   * @param excluded what the response must not have
   */
  public static RandomResponse of(SpecType page, long seed, Set<Feature> excluded) {
    Chance chance = new Chance(seed, excluded);
    JsonTree tree = new RandomTypes(chance).value(page, 0);
    int decoration = chance.oneOf(List.of(0, 0, 2, 15));
    String json = JsonTreeWriter.write(tree, chance.random, decoration);
    if (json.length() > BIG) {
      chance.features.add(Feature.BIG);
    }
    return new RandomResponse(tree, json, chance);
  }

  /** The response without its form. */
  public JsonTree tree() {
    return tree;
  }

  /** The response as a text. */
  public String json() {
    return json;
  }

  /** What there is in the response. */
  public Set<Feature> features() {
    return Collections.unmodifiableSet(chance.features);
  }

  /** Which properties, enum values and variants of the spec the response uses. */
  public Set<String> parts() {
    return Collections.unmodifiableSet(chance.parts);
  }
}
