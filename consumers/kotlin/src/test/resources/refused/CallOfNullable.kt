package refused

import ai.withcortex.model.Run

// refused: [UNSAFE_CALL] Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'WorkflowVersion?'.
// instead: fun steps(run: Run) = run.workflowVersion()?.steps()
fun steps(run: Run) = run.workflowVersion().steps()
