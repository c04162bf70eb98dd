/** Retrofit interfaces, models and their adapters, generated from the spec. */
module ai.withcortex.generated {
  requires transitive ai.withcortex.core;

  exports ai.withcortex.api;
  exports ai.withcortex.model;
}
