package ai.withcortex.examples.observing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import ai.withcortex.core.event.RetryEvent;
import org.slf4j.Logger;

/**
 * Logs calls with SLF4J: normal operation at debug level, problems that the client recovers from at
 * info level, and failures at warn level.
 *
 * <p>The messages are constant and take events as parameters, so nothing is formatted unless it is
 * logged, and log tools can tell the messages apart. No event contains an API key or a payload.
 */
public final class Slf4jListener implements CortexListener {
  private final Logger logger;

  public Slf4jListener(Logger logger) {
    this.logger = requireNonNull(logger, "logger == null");
  }

  @Override
  public void requestStarted(RequestEvent request) {
    logger.debug("Call started: {}", request);
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    logger.debug("Attempt ended: {}", attempt);
  }

  @Override
  public void retryScheduled(RetryEvent retry) {
    logger.info("Retry scheduled: {}", retry);
  }

  @Override
  public void responseReceived(ResponseEvent response) {
    logger.debug("Call succeeded: {}", response);
  }

  @Override
  public void requestFailed(FailureEvent failure) {
    logger.warn("Call failed: {}", failure);
  }

  @Override
  public void driftFound(DriftEvent drift) {
    logger.info("Response differs from the spec: {}", drift);
  }
}
