package ai.withcortex.regeneration.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The part of a module that other packages can use, sorted by name. */
public record PublicApi(List<ApiClass> classes) {
  /** Returns the part of the API that is in the given packages. */
  public PublicApi in(Set<String> packages) {
    return new PublicApi(
        classes.stream()
            .filter(c -> packages.contains(c.name().substring(0, c.name().lastIndexOf('.'))))
            .toList());
  }

  Map<String, ApiClass> byName() {
    return classes.stream().collect(toMap(ApiClass::name, identity(), (a, b) -> a, TreeMap::new));
  }
}
