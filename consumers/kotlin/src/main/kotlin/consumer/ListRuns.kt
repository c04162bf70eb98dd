package consumer

import ai.withcortex.api.RunQuery
import ai.withcortex.client.CortexClient
import ai.withcortex.client.steps.StepOutputs
import ai.withcortex.core.error.NotFoundException
import ai.withcortex.model.HttpRequestStep
import ai.withcortex.model.ModelStep
import ai.withcortex.model.Run
import ai.withcortex.model.RunStatus
import ai.withcortex.model.RunVerbosity
import ai.withcortex.model.WorkflowStep
import ai.withcortex.testing.CortexSandbox
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.runBlocking

private val failed =
    RunQuery.builder().status(RunStatus.FAILED).addVerbose(RunVerbosity.ALL).take(10).build()

/** Prints the listing of a sandbox of its own. */
fun main() =
    CortexSandbox.start().use { sandbox ->
        CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build().use { cortex ->
            val runs = cortex.workflow("app_1", "work_1").runs(failed)

            runs.walk().use { walk ->
                for (run in walk) {
                    println("${run.id()} ${run.status()} ${run.startedAt()}")
                }
                println("${walk.receipt().verdict()}: ${walk.receipt().delivered()} runs")
            }
            runs.firstOrNull { it.models().isNotEmpty() }?.let { printDetails(it) }

            val flow = runs.publisher().asFlow().map { it.id() }
            check(runBlocking { flow.toList() } == runs.map { it.id() }) { "a Flow has other runs" }

            try {
                for (run in cortex.workflow("app_1", "work_9").runs(failed)) {
                    println("no such workflow, but ${run.id()}")
                }
            } catch (e: NotFoundException) {
                println("${e.status()}: ${e.message}")
            }
        }
    }

private fun Run.models() = StepOutputs.of(this).modelOutputs()

private fun printDetails(run: Run) {
    println(run.id())
    for (step in run.workflowVersion()?.steps().orEmpty()) {
        check(step.accept(Summary) == summary(step)) { "a visitor and when differ on ${step.key()}" }
        println("  ${step.key()}: ${summary(step)}")
    }
    for (output in StepOutputs.of(run)) {
        println("  ${output.key()}: ${output.status()} in ${output.duration()}")
    }
}

private fun summary(step: WorkflowStep): String =
    when (step) {
        is ModelStep -> "asks ${step.provider().model()}"
        is HttpRequestStep -> "calls ${step.url()}"
        else -> "is of type ${step.type()}"
    }

private object Summary : WorkflowStep.Visitor<String> {
    override fun visitModelStep(step: ModelStep) = "asks ${step.provider().model()}"

    override fun visitHttpRequestStep(step: HttpRequestStep) = "calls ${step.url()}"

    override fun visitUnknown(step: WorkflowStep) = "is of type ${step.type()}"
}
