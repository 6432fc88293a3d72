# Runs a class of the trainer; bin/train and bin/predict source it. The trainer is built first if it never was, or if its sources
# are newer than what was built.

# On Windows (Git Bash, MSYS) Java wants its own names of folders, and another mark between the parts of a class path.
TRAINER=$(cd "$(dirname "${BASH_SOURCE[0]}")" && { pwd -W 2>/dev/null || pwd; })
readonly TRAINER
BETWEEN=:
case $(uname -s) in
  MINGW* | MSYS* | CYGWIN*) BETWEEN=';' ;;
esac
readonly BETWEEN

run() {
  local java=java
  [[ -z ${JAVA_HOME:-} ]] || java=$JAVA_HOME/bin/java
  command -v "$java" >/dev/null || stop "There is no Java: install a JDK, 17 or later."
  is_built || build
  exec "$java" ${C25_TRAINER_JAVA_OPTS:-} -cp "$TRAINER/target/c25-trainer.jar$BETWEEN$TRAINER/target/lib/*" "$@"
}

is_built() {
  local jar=$TRAINER/target/c25-trainer.jar
  [[ -f $jar && -d $TRAINER/target/lib ]] || return 1
  [[ -z $(find "$TRAINER/pom.xml" "$TRAINER/src/main" -newer "$jar" -print -quit) ]]
}

build() {
  command -v mvn >/dev/null || stop "The trainer is not built, and there is no Maven to build it: install it and put mvn on the PATH."
  echo "Building the trainer. The first time Maven downloads about 200 MB." >&2
  # What was built of older sources must not stay beside it.
  rm -rf "$TRAINER/target/lib"
  mvn -B -q -f "$TRAINER/pom.xml" package -DskipTests >&2
}

stop() {
  echo "$*" >&2
  exit 1
}
