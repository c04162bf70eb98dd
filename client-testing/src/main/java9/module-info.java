/**
 * The sandbox, a server that responds like the API. All packages that are not exported are internal.
 */
module ai.withcortex.testing {
  requires transitive ai.withcortex.client;
  requires jdk.httpserver;

  exports ai.withcortex.testing;
}
