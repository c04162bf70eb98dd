#!/usr/bin/env bash
# Guess: a second execution of compiler:compile in a later phase than package, such as one with stricter options that
# writes nothing, leaves what was packaged alone.
# What happens: the plugin sets the project's artifact back to target/classes. Later modules of the build get the folder
# instead of the jar, so that a descriptor below META-INF/versions is not found ("module not found"), and install fails
# ("did not assign a main file to the project but it has attachments").
# Versions: maven-compiler-plugin 3.15.0 (CompilerMojo.execute), maven-jar-plugin 3.5.0, Maven 3.8.7.
# What it means: bind further compilations to a phase before package, at the latest to prepare-package.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

make_build() { # folder, phase of the second compilation
  mkdir -p "$work/$1/a/src/main/java" "$work/$1/b"
  echo 'public class A {}' >"$work/$1/a/src/main/java/A.java"
  cat >"$work/$1/pom.xml" <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <packaging>pom</packaging><modules><module>a</module><module>b</module></modules>
  <properties><maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties></project>
POM
  cat >"$work/$1/a/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><parent><groupId>f</groupId><artifactId>f</artifactId><version>1</version></parent>
  <artifactId>a</artifactId>
  <build><plugins>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version>
      <executions><execution><id>again</id><phase>$2</phase><goals><goal>compile</goal></goals></execution></executions></plugin>
    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.0</version></plugin>
  </plugins></build></project>
POM
  cat >"$work/$1/b/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><parent><groupId>f</groupId><artifactId>f</artifactId><version>1</version></parent>
  <artifactId>b</artifactId><packaging>pom</packaging>
  <dependencies><dependency><groupId>f</groupId><artifactId>a</artifactId><version>1</version></dependency></dependencies>
  <build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId><version>3.9.0</version>
    <executions><execution><phase>verify</phase><goals><goal>build-classpath</goal></goals>
      <configuration><outputFile>$work/$1/path</outputFile></configuration></execution></executions></plugin></plugins></build></project>
POM
  mvn -B -q -f "$work/$1/pom.xml" verify >&2
  sed 's#.*/a/target/##' "$work/$1/path"
}

early=$(make_build early prepare-package)
late=$(make_build late verify)
version=$(mvn -B -version)
echo "${version%%$'\n'*}"
echo "compiled again in prepare-package, the next module gets: $early"
echo "compiled again in verify, the next module gets: $late"
[[ $early == a-1.jar && $late == classes ]] || { echo "changed"; exit 1; }
