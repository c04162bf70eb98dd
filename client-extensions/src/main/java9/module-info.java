/** The client API: {@code CortexClient}, walks, watches, and steps. */
module ai.withcortex.client {
  requires transitive ai.withcortex.generated;
  requires transitive org.reactivestreams;

  exports ai.withcortex.client;
  exports ai.withcortex.client.awaiting;
  exports ai.withcortex.client.paging;
  exports ai.withcortex.client.steps;
  exports ai.withcortex.client.watching;
}
