/**
 * Configuration, authentication, errors and JSON values.
 *
 * <p>Moshi, OkHttp, Okio and Retrofit are automatic modules with names of their own choice, so
 * these can be required. Nothing here is internal: generated code and the walk use every package.
 */
module ai.withcortex.core {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires transitive org.jspecify;
  requires transitive retrofit2;
  requires retrofit2.converter.moshi;

  // What these four need, which automatic modules cannot say: Kotlin's library, and a logger.
  requires transitive kotlin.stdlib;
  requires java.logging;

  exports ai.withcortex.core;
  exports ai.withcortex.core.error;
  exports ai.withcortex.core.event;
  exports ai.withcortex.core.json;
  exports ai.withcortex.core.parameter;
}
