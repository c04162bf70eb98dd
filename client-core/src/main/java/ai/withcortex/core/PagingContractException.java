package ai.withcortex.core;

/** Thrown when pages do not add up; the message says what the server did against the contract. */
public final class PagingContractException extends CortexException {
  /**
   * Makes an exception about what the server did.
   *
   * @param message what was expected and what was found, without payload values
   */
  public PagingContractException(String message) {
    super(message, null);
  }
}
