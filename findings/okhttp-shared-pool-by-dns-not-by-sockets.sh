#!/usr/bin/env bash
# Guess: clients made by newBuilder() share their pool, so they share idle connections; and one that was given another
# socket factory sends over sockets of that factory.
# What happens: the other way round. A client with another Dns object, though it looks up the same addresses, never reuses
# the connections of the first; one with another socket factory does reuse them, and its factory is not asked.
# Versions: OkHttp 4.12.0 and 5.5.1 (okhttp-jvm), JDK 17 and later.
# What it means: whoever wraps a user's Dns has to give the wrapper equals() and hashCode(), or the shared pool is shared in
# name only; whoever counts on a socket factory (a proxy, a firewall mark, a test double) needs a pool of its own.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # folder, artifact
  mkdir -p "$work/pom"
  cat >"$work/pom/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies><dependency><groupId>${2%%:*}</groupId><artifactId>$(cut -d: -f2 <<<"$2")</artifactId>
    <version>${2##*:}</version></dependency></dependencies></project>
POM
  mvn -B -q -f "$work/pom/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    "-DoutputDirectory=$work/$1"
}
fetch 4 com.squareup.okhttp3:okhttp:4.12.0
fetch 5 com.squareup.okhttp3:okhttp-jvm:5.5.1

cat >"$work/Pool.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;

class Pool {
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort() + "/";
    OkHttpClient first = new OkHttpClient();
    get(first, url);
    get(first.newBuilder().socketFactory(new Refusing()).build(), url);
    System.out.println("another socket factory: " + first.connectionPool().connectionCount());
    get(first.newBuilder().dns(host -> Dns.SYSTEM.lookup(host)).build(), url);
    System.out.println("another Dns: " + first.connectionPool().connectionCount());
    first.connectionPool().evictAll();
    server.stop(0);
  }

  static void get(OkHttpClient client, String url) throws Exception {
    client.newCall(new Request.Builder().url(url).build()).execute().close();
  }

  /** Makes no socket at all. */
  static final class Refusing extends SocketFactory {
    @Override
    public Socket createSocket() {
      throw new IllegalStateException("asked");
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new IllegalStateException("asked");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new IllegalStateException("asked");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new IllegalStateException("asked");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new IllegalStateException("asked");
    }
  }
}
JAVA

changed=
for version in 4 5; do
  seen=$(java -cp "$work/$version/*" "$work/Pool.java" 2>/dev/null | paste -sd, -)
  echo "$(ls "$work/$version" | grep -E '^okhttp(-jvm)?-[0-9]' | head -n 1), connections in the pool after: $seen"
  [[ $seen == "another socket factory: 1,another Dns: 2" ]] || changed=yes
done
if [[ $changed ]]; then
  echo "The behaviour has changed."
  exit 1
fi
