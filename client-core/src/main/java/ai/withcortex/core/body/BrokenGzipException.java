package ai.withcortex.core.body;

import java.net.ProtocolException;

/** Thrown if a body is not the gzip data that its headers announce. Quotes nothing of the body. */
public final class BrokenGzipException extends ProtocolException {
  private static final long serialVersionUID = 1;

  BrokenGzipException() {
    super("broken gzip");
  }
}
