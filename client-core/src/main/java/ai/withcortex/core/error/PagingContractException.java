package ai.withcortex.core.error;

/** Thrown when pages are inconsistent; the message says how the server broke the contract. */
public final class PagingContractException extends CortexException {
  /**
   * Creates an exception about a contract violation by the server.
   *
   * @param message what was expected and what was found, without payload values
   */
  public PagingContractException(String message) {
    super(message, null);
  }
}
