/** The sandbox, a server that answers like the API. Its other packages are internal. */
module ai.withcortex.testing {
  requires transitive ai.withcortex.client;
  requires jdk.httpserver;

  exports ai.withcortex.testing;
}
