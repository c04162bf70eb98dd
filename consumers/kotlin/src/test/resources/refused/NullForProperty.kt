package refused

import ai.withcortex.model.Run

// refused: [NULL_FOR_NONNULL_TYPE] Null cannot be a value of a non-null type 'String'.
// instead: fun named(run: Run) = run.toBuilder().id("run_1").error(null).build()
fun named(run: Run) = run.toBuilder().id(null).error(null).build()
