package ai.withcortex.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a query by name, and the names of those that cannot be decoded. */
final class QueryString {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Set<String> malformed = new LinkedHashSet<>();

  private QueryString() {}

  static QueryString parse(@Nullable String query) {
    QueryString result = new QueryString();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (!pair.isEmpty()) {
          result.add(pair);
        }
      }
    }
    return result;
  }

  /** All values by name. What cannot be decoded stands as it came. */
  Map<String, List<String>> values() {
    return values;
  }

  /** The values of a parameter, none if it did not come. */
  List<String> values(String name) {
    return values.getOrDefault(name, Collections.emptyList());
  }

  /** The names of parameters of which a name or a value is malformed. */
  Set<String> malformed() {
    return malformed;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String rawValue = equals < 0 ? "" : pair.substring(equals + 1);
    String decodedName = PercentEncoding.decodeQuery(rawName);
    String decodedValue = PercentEncoding.decodeQuery(rawValue);
    String name = decodedName == null ? rawName : decodedName;
    if (decodedName == null || decodedValue == null) {
      malformed.add(name);
    }
    values
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(decodedValue == null ? rawValue : decodedValue);
  }
}
