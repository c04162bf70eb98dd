#!/usr/bin/env bash
# Guess: an HTTP client that decompresses gzip reads a body of several members, as RFC 1952, section 2.2, allows, and as
# gunzip, curl, browsers and the JDK's GZIPInputStream do. Gateways that join compressed parts send such bodies.
# What happens: OkHttp, through Okio's GzipSource, reads the first member and then fails with "gzip finished without
# exhausting source", at the end of the body, when all of the first member has been delivered.
# Versions: OkHttp 4.12.0 with Okio 3.6.0, OkHttp 5.5.1 with the Okio that it brings; JDK 17 and later.
# What it means: a valid response looks like a broken connection, and a client that retries it fails again. A client has to
# ask for gzip itself (Accept-Encoding), and to read all members.
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

cat >"$work/Members.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

class Members {
  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (String part : new String[] {"one, ", "two"}) {
      GZIPOutputStream member = new GZIPOutputStream(joined);
      member.write(part.getBytes(StandardCharsets.UTF_8));
      member.finish();
    }
    byte[] body = joined.toByteArray();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    byte[] read = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    System.out.println("JDK: " + new String(read, StandardCharsets.UTF_8));
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    OkHttpClient client = new OkHttpClient();
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      System.out.println("OkHttp: " + response.body().string());
    } catch (IOException e) {
      System.out.println("OkHttp: " + e.getMessage());
    }
    server.stop(0);
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
JAVA

expected='JDK: one, two
OkHttp: gzip finished without exhausting source'
changed=
for version in 4 5; do
  seen=$(java -cp "$work/$version/*" "$work/Members.java" 2>/dev/null)
  echo "$(cd "$work/$version" && echo okhttp*-[0-9]*.jar okio*-[0-9]*.jar), two members:"
  echo "$seen"
  [[ $seen == "$expected" ]] || changed=yes
done
if [[ $changed ]]; then
  echo "The behaviour has changed."
  exit 1
fi
