package refused

import ai.withcortex.client.CortexClient

// refused: [NULL_FOR_NONNULL_TYPE] Null cannot be a value of a non-null type 'String'.
// instead: fun client() = CortexClient.builder().baseUrl("https://api.withcortex.ai").build()
fun client() = CortexClient.builder().baseUrl(null).build()
