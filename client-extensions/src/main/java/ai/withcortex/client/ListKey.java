package ai.withcortex.client;

import ai.withcortex.core.parameter.OptionalParameter;
import java.util.List;

/** Identifies a list: its kind, the IDs in its path, and the parameters of its query. Immutable. */
final class ListKey {
  /** What is listed, such as {@code runs}; each kind has its own endpoint. */
  final String kind;

  /** Equal for lists of the same items in the same detail, and different for all others. */
  final String query;

  private ListKey(String kind, String query) {
    this.kind = kind;
    this.query = query;
  }

  /**
   * Checkpoints contain a hash of the query, so its text must stay the same.
   *
   * @param query all parameters that determine which items are listed and in how much detail,
   *     without the page and the take
   * @param ids the IDs in the path
   */
  static <Q> ListKey of(
      String kind, List<OptionalParameter<Q>> parameters, Q query, String... ids) {
    StringBuilder lengths = new StringBuilder();
    for (String id : ids) {
      lengths.append(lengths.length() == 0 ? "" : " ").append(id.length());
    }
    String path = kind + "\n" + lengths + "\n" + String.join("\n", ids);
    return new ListKey(kind, path + OptionalParameter.identity(parameters, query));
  }
}
