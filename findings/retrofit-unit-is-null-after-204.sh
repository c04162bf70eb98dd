#!/usr/bin/env bash
# Guess: Retrofit gives a Call<Unit> the Unit instance whenever the server has sent no body, because it has a converter
# for Unit beside the one for Void.
# What happens: with status 200 and no body, body() is Unit; with 204 and 205 it is null, although the type says that
# it cannot be. OkHttpCall does not ask any converter for these two statuses.
# Versions: Retrofit 3.0.0 (OkHttpCall.parseResponse) with OkHttp 4.12.0 and Kotlin's library 2.1.21, JDK 17.
# What it means: code that reads body() of a Call<Unit>, or passes it on through a generic type, has to turn null into
# Unit itself; a null check for "no body" takes a successful 204 for a failure.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/pom.xml" <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.squareup.retrofit2</groupId><artifactId>retrofit</artifactId><version>3.0.0</version></dependency>
    <dependency><groupId>com.squareup.okhttp3</groupId><artifactId>okhttp</artifactId><version>4.12.0</version></dependency>
    <dependency><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-stdlib</artifactId><version>2.1.21</version></dependency>
  </dependencies></project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies "-DoutputDirectory=$work/lib"

cat >"$work/UnitBody.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import kotlin.Unit;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Path;

public class UnitBody {
  public interface Api {
    @GET("{status}")
    Call<Unit> get(@Path("status") int status);
  }

  public static void main(String[] args) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    Api api = new Retrofit.Builder().baseUrl(url).build().create(Api.class);
    List<Object> bodies = new ArrayList<>();
    for (int status : new int[] {200, 204, 205}) {
      Response<Unit> response = api.get(status).execute();
      bodies.add(response.body());
      System.out.println("HTTP " + response.code() + ": body() is " + response.body());
    }
    server.stop(0);
    System.exit(bodies.get(0) == Unit.INSTANCE && bodies.get(1) == null && bodies.get(2) == null ? 0 : 1);
  }
}
JAVA
ls "$work/lib" | grep -E '^(retrofit|okhttp|kotlin-stdlib)-[0-9]'
java -cp "$work/lib/*" "$work/UnitBody.java" || { echo "changed"; exit 1; }
