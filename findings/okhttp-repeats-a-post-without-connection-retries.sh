#!/usr/bin/env bash
# Guess: retryOnConnectionFailure(false) keeps OkHttp from sending a POST twice, as its Javadoc offers the option for calls
# that must not be repeated.
# What happens: a POST with an ordinary body is sent again after a 503 with "Retry-After: 0", with the option on or off, and
# the caller sees only the second response. A 408 is repeated only with the option on. A body that says isOneShot() is sent
# once in all these cases.
# Versions: OkHttp 4.12.0 and 5.5.1 (okhttp-jvm), HTTP/1.1, JDK 17 and later.
# What it means: whatever a POST starts can be started twice without a trace in the caller's own retries, on the word of a
# gateway that gave up after it had passed the first one on. Only a one-shot body turns all of it off.
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
fetch 4.12.0 okhttp:4.12.0
fetch 5.5.1 okhttp-jvm:5.5.1

cat >"$work/Repeated.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

class Repeated {
  public static void main(String[] args) throws Exception {
    for (int status : new int[] {408, 503}) {
      for (boolean retries : new boolean[] {true, false}) {
        for (boolean isOneShot : new boolean[] {false, true}) {
          System.out.printf(
              "%d, retries %s, %s: %s%n",
              status,
              retries ? "on" : "off",
              isOneShot ? "one-shot" : "ordinary",
              post(status, retries, isOneShot));
        }
      }
    }
  }

  private static String post(int status, boolean retries, boolean isOneShot) throws Exception {
    AtomicInteger posts = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean isFirst = posts.incrementAndGet() == 1;
          if (isFirst && status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "0");
          }
          exchange.sendResponseHeaders(isFirst ? status : 200, -1);
          exchange.close();
        });
    server.start();
    OkHttpClient client = new OkHttpClient.Builder().retryOnConnectionFailure(retries).build();
    Request request =
        new Request.Builder()
            .url("http://127.0.0.1:" + server.getAddress().getPort() + "/")
            .post(body(isOneShot))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return posts + " sent, the caller sees " + response.code();
    } finally {
      server.stop(0);
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }

  private static RequestBody body(boolean isOneShot) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return MediaType.parse("application/json");
      }

      @Override
      public boolean isOneShot() {
        return isOneShot;
      }

      @Override
      public void writeTo(BufferedSink sink) throws java.io.IOException {
        sink.writeUtf8("{}");
      }
    };
  }
}
JAVA

expected="408, retries on, ordinary: 2 sent, the caller sees 200
408, retries on, one-shot: 1 sent, the caller sees 408
408, retries off, ordinary: 1 sent, the caller sees 408
408, retries off, one-shot: 1 sent, the caller sees 408
503, retries on, ordinary: 2 sent, the caller sees 200
503, retries on, one-shot: 1 sent, the caller sees 503
503, retries off, ordinary: 2 sent, the caller sees 200
503, retries off, one-shot: 1 sent, the caller sees 503"

for version in 4.12.0 5.5.1; do
  seen=$(java -cp "$work/$version/*" "$work/Repeated.java" 2>/dev/null)
  printf 'OkHttp %s\n%s\n' "$version" "$seen"
  [[ $seen == "$expected" ]] || { echo "The behaviour has changed."; exit 1; }
done
