package ai.withcortex.core;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that fills every buffer on the way. */
final class EndlessBody extends RequestBody {
  private static final byte[] PART = new byte[8192];

  @Override
  public MediaType contentType() {
    return MediaType.get("application/octet-stream");
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    while (true) {
      sink.write(PART);
    }
  }
}
