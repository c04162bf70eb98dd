package ai.withcortex.testing;

import java.util.function.Consumer;

/**
 * What a {@link Fault} makes of an answer: other contents, another pace, another end. Immutable.
 */
final class Course {
  private final Consumer<Answer> change;
  private final Pace pace;
  private final Ending ending;
  private final boolean hasStatusLine;

  private Course(Consumer<Answer> change, Pace pace, Ending ending, boolean hasStatusLine) {
    this.change = change;
    this.pace = pace;
    this.ending = ending;
    this.hasStatusLine = hasStatusLine;
  }

  static Course changing(Consumer<Answer> change) {
    return new Course(change, Pace.AT_ONCE, Ending.COMPLETE, false);
  }

  static Course at(Pace pace) {
    return new Course(Course::keep, pace, Ending.COMPLETE, false);
  }

  static Course endingIn(Ending ending) {
    return new Course(Course::keep, Pace.AT_ONCE, ending, false);
  }

  static Course withStatusLine(String line) {
    return new Course(answer -> answer.statusLine(line), Pace.AT_ONCE, Ending.COMPLETE, true);
  }

  /** This course, but what the other one sets is as there. */
  Course and(Course other) {
    return new Course(
        change.andThen(other.change),
        pace.and(other.pace),
        other.ending == Ending.COMPLETE ? ending : other.ending,
        hasStatusLine || other.hasStatusLine);
  }

  /** Changes an answer into the one to send, or to send a part of. */
  void applyTo(Answer answer) {
    change.accept(answer);
    ending.prepare(answer);
  }

  Pace pace() {
    return pace;
  }

  Ending ending() {
    return ending;
  }

  /** Whether the JDK's server cannot send this. */
  boolean needsSocket() {
    return hasStatusLine || ending.isReset();
  }

  /** Whether the caller gets to see a status. */
  boolean tellsStatus() {
    return !hasStatusLine && ending.tellsStatus();
  }

  private static void keep(Answer answer) {
    // Only the pace or the end is another one.
  }
}
