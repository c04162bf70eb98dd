package ai.withcortex.spec;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A random page of runs, which a client must read and write again without loss. */
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
   * Creates a response. The same seed always gives the same response.
   *
   * @param excluded the features that the response must not have
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

  /** Returns the response as a tree, without its layout. */
  public JsonTree tree() {
    return tree;
  }

  /** Returns the response as JSON. */
  public String json() {
    return json;
  }

  /** Returns the features of the response. */
  public Set<Feature> features() {
    return Collections.unmodifiableSet(chance.features);
  }

  /** Returns the properties, enum values and variants of the spec that the response uses. */
  public Set<String> parts() {
    return Collections.unmodifiableSet(chance.parts);
  }
}
