package ai.withcortex.core.json;

import java.util.Map;

/** A union, as the generator writes them. */
interface Stop {
  UnionType<Stop> UNION =
      UnionType.of("Stop", Stop.class, "type")
          .variant("pickup", Pickup.class)
          .variant("transfer", Transfer.class)
          .unknown(UnknownStop.class);

  String type();

  String id();

  Map<String, JsonValue> additionalProperties();
}
