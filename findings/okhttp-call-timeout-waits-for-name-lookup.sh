#!/usr/bin/env bash
# Guess: OkHttp's call timeout bounds a blocking call, "resolving DNS, connecting, …", so that execute() returns when it
# is over, and so does cancel().
# What happens: while a name is looked up (or an interceptor runs), neither ends the wait: execute() returns when the
# lookup does, and only then throws "timeout". Only connecting, writing and reading are cut short.
# Versions: OkHttp 4.12.0 and 5.5.1 (okhttp-jvm), JDK 17 and later.
# What it means: a name server that hangs holds a blocking call far beyond its timeout. A client that promises an end has
# to look names up on another thread, and to interrupt interceptors that wait.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/4" "$work/5"

fetch() { # folder, artifact
  mkdir -p "$work/pom"
  cat >"$work/pom/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies><dependency><groupId>${2%%:*}</groupId><artifactId>$(cut -d: -f2 <<<"$2")</artifactId>
    <version>${2##*:}</version></dependency></dependencies></project>
POM
  mvn -B -q -f "$work/pom/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$work/$1"
}
fetch 4 com.squareup.okhttp3:okhttp:4.12.0
fetch 5 com.squareup.okhttp3:okhttp-jvm:5.5.1

cat >"$work/Lookup.java" <<'JAVA'
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

class Lookup {
  public static void main(String[] args) throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .callTimeout(Duration.ofMillis(200))
            .dns(
                host -> {
                  try {
                    Thread.sleep(1500);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    Call call = client.newCall(new Request.Builder().url("http://name.example:9/").build());
    long start = System.nanoTime();
    try {
      call.execute().close();
      System.out.println("an answer");
    } catch (IOException e) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(e.getMessage() + (millis >= 1400 ? " after the lookup" : " in time"));
    }
  }
}
JAVA

changed=
for version in 4 5; do
  seen=$(java -cp "$work/$version/*" "$work/Lookup.java" 2>/dev/null)
  echo "OkHttp $(ls "$work/$version" | grep -E '^okhttp(-jvm)?-[0-9]' | head -n 1), call timeout 200 ms, lookup 1500 ms: $seen"
  [[ $seen == "timeout after the lookup" ]] || changed=yes
done
if [[ $changed ]]; then
  echo "The behaviour has changed."
  exit 1
fi
