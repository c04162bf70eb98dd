package refused

import ai.withcortex.api.RunQuery

// refused: [ARGUMENT_TYPE_MISMATCH] Argument type mismatch: actual type is 'List<RunVerbosity?>', but '(Mutable)Iterable<out RunVerbosity>' was expected.
// instead: fun query(query: RunQuery) = query.toBuilder().verbose(query.verbose()).build()
fun query(query: RunQuery) = query.toBuilder().verbose(query.verbose() + null).build()
