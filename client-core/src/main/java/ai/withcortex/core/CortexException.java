package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/** The root of every exception that this SDK throws at run time. */
public abstract class CortexException extends RuntimeException {
  CortexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
