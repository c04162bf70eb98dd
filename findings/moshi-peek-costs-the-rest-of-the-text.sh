#!/usr/bin/env bash
# Guess: JsonReader.peekJson() looks ahead at the cost of what it reads, so that a look at each string of a list costs
# as much again as the list.
# What happens: for a text that is in memory, each peekJson() takes over all that is left of it. Reading a list with a
# look at each string allocates four times as much for a list that is twice as long.
# Versions: Moshi 1.15.2 with Okio 3.7.0 (JsonUtf8Reader's copy constructor), JDK 17.
# What it means: never peek for each element of JsonAdapter.fromJson(String). Behind Okio.buffer((Source) text), which
# takes 8 KiB at a time, a peek takes over no more than that.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/pom.xml" <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.squareup.moshi</groupId><artifactId>moshi</artifactId><version>1.15.2</version></dependency>
    <dependency><groupId>com.squareup.okio</groupId><artifactId>okio-jvm</artifactId><version>3.7.0</version></dependency>
  </dependencies></project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies "-DoutputDirectory=$work/lib"

cat >"$work/Peek.java" <<'JAVA'
import com.squareup.moshi.JsonReader;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import okio.Buffer;
import okio.Okio;
import okio.Source;

class Peek {
  static long allocated(int strings, boolean peek, boolean inParts) throws Exception {
    Buffer text = new Buffer().writeUtf8("[");
    for (int i = 0; i < strings; i++) {
      text.writeUtf8(i == 0 ? "\"" : ",\"").writeUtf8("x".repeat(80)).writeUtf8("\"");
    }
    text.writeUtf8("]");
    JsonReader reader = JsonReader.of(inParts ? Okio.buffer((Source) text) : text);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    reader.beginArray();
    while (reader.hasNext()) {
      if (peek) {
        reader.peekJson().nextString();
      }
      reader.nextString();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  public static void main(String[] args) throws Exception {
    allocated(1000, true, true);
    double alone = times(false, false);
    double peeking = times(true, false);
    double inParts = times(true, true);
    System.out.printf(
        "twice the strings allocate %.1f times the bytes, with a look at each %.1f times,"
            + " and %.1f times behind Okio.buffer((Source) text)%n",
        alone, peeking, inParts);
    System.exit(alone < 2.5 && peeking > 3 && inParts < 2.5 ? 0 : 1);
  }

  static double times(boolean peek, boolean inParts) throws Exception {
    return (double) allocated(40000, peek, inParts) / allocated(20000, peek, inParts);
  }
}
JAVA
ls "$work/lib" | grep -E '^(moshi|okio)'
java -cp "$work/lib/*" "$work/Peek.java" || { echo "changed"; exit 1; }
