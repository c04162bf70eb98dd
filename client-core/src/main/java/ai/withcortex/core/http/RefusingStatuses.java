package ai.withcortex.core.http;

/** Determines whether a response shows that the server has not carried out the request. */
public final class RefusingStatuses {
  /**
   * Returns whether the status is such a response: a redirect that says where to send the same
   * request (301, 307, 308), a 4xx other than 408, or 501, 503, or 505.
   */
  public static boolean include(int status) {
    switch (status) {
      case 301:
      case 307:
      case 308:
      case 501:
      case 503:
      case 505:
        return true;
      case 408:
        return false;
      default:
        return status >= 400 && status < 500;
    }
  }

  private RefusingStatuses() {}
}
