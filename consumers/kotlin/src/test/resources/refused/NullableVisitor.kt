package refused

import ai.withcortex.model.WorkflowStep

// refused: [UPPER_BOUND_VIOLATED] Type argument is not within its bounds: type parameter 'R (of interface Visitor<R : Any>)' must be subtype of 'Any', but actual: 'String?'.
// instead: abstract class Url : WorkflowStep.Visitor<String>
abstract class Url : WorkflowStep.Visitor<String?>
