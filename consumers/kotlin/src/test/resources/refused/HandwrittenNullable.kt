package refused

import ai.withcortex.client.steps.StepOutputs

// refused: [UNSAFE_CALL] Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'StepOutput?'.
// instead: fun start(outputs: StepOutputs) = outputs.get("start")?.key()
fun start(outputs: StepOutputs) = outputs.get("start").key()
