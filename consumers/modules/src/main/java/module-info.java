/** A program on the module path that lists the runs of the sandbox. */
module consumer {
  requires ai.withcortex.client;
  requires ai.withcortex.testing;
}
