package refused

import ai.withcortex.model.Run
import java.time.Instant

// refused: [RETURN_TYPE_MISMATCH] Return type mismatch: expected 'Instant', actual 'Instant?'.
// instead: fun end(run: Run): Instant? = run.endedAt()
fun end(run: Run): Instant = run.endedAt()
