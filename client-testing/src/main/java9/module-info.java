/** The sandbox, a server that answers like the API. */
module ai.withcortex.testing {
  requires transitive ai.withcortex.client;
  requires jdk.httpserver;

  exports ai.withcortex.testing;
}
