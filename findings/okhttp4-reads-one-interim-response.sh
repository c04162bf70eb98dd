#!/usr/bin/env bash
# Guess: a client skips any number of interim responses (1xx) before the final one, as RFC 9110, section 15.2, demands.
# Servers and gateways send 103 Early Hints or 102 Processing, sometimes several.
# What happens: OkHttp 4.12 skips one. With a second one, execute() throws an unchecked IllegalStateException ("state: 3")
# from Http1ExchangeCodec, which no handler of IOException sees. OkHttp 5 skips all of them.
# Versions: OkHttp 4.12.0 and 5.5.1 (okhttp-jvm), HTTP/1.1, JDK 17 and later.
# What it means: on OkHttp 4, a call fails for good although the response is there; a retry does not help. A client has to
# turn the exception into one that names the cause, and not to retry it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # folder, artifact
  mkdir -p "$work/$1" "$work/pom"
  cat >"$work/pom/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies><dependency><groupId>com.squareup.okhttp3</groupId><artifactId>${2%:*}</artifactId>
    <version>${2#*:}</version></dependency></dependencies></project>
POM
  mvn -B -q -f "$work/pom/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$work/$1"
}
fetch 4 okhttp:4.12.0
fetch 5 okhttp-jvm:5.5.1

cat >"$work/Interim.java" <<'JAVA'
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

class Interim {
  public static void main(String[] args) throws Exception {
    for (int interim = 1; interim <= 2; interim++) {
      System.out.println(interim + " before it: " + call(interim));
    }
  }

  private static String call(int interim) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(server, interim));
      answering.setDaemon(true);
      answering.start();
      OkHttpClient client = new OkHttpClient();
      Request request =
          new Request.Builder().url("http://127.0.0.1:" + server.getLocalPort() + "/").build();
      try (Response response = client.newCall(request).execute()) {
        return response.code() + " " + response.body().string();
      } catch (IOException | RuntimeException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
      } finally {
        client.connectionPool().evictAll();
      }
    }
  }

  private static void answer(ServerSocket server, int interim) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read(new byte[4096]);
      String head = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(interim);
      String last = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody";
      socket.getOutputStream().write((head + last).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.getInputStream().read();
    } catch (IOException e) {
      System.out.println("the server: " + e);
    }
  }
}
JAVA

four=$(java -cp "$work/4/*" "$work/Interim.java" 2>/dev/null)
five=$(java -cp "$work/5/*" "$work/Interim.java" 2>/dev/null)
printf 'OkHttp 4.12.0\n%s\nOkHttp 5.5.1\n%s\n' "$four" "$five"
[[ $four == "1 before it: 200 body
2 before it: IllegalStateException state: 3" && $five == "1 before it: 200 body
2 before it: 200 body" ]] || { echo "The behaviour has changed."; exit 1; }
