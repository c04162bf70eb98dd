/**
 * Configuration, authentication, errors and JSON values.
 *
 * <p>Moshi, OkHttp, Okio and Retrofit are automatic modules that declare their own names, which
 * makes it safe to require them. The packages that are exported to all modules are not internal:
 * generated code and the walk use all of them.
 */
@SuppressWarnings("module") // The module of the qualified export is compiled later.
module ai.withcortex.core {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires transitive org.jspecify;
  requires transitive retrofit2;
  requires retrofit2.converter.moshi;

  // Dependencies of these four, which automatic modules cannot declare: Kotlin and logging.
  requires transitive kotlin.stdlib;
  requires java.logging;

  exports ai.withcortex.core;
  exports ai.withcortex.core.call to
      ai.withcortex.client;
  exports ai.withcortex.core.error;
  exports ai.withcortex.core.event;
  exports ai.withcortex.core.json;
  exports ai.withcortex.core.parameter;
}
