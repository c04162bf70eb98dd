package ai.withcortex.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the character between the values of a {@link Joined} parameter.
 *
 * <p>If the Retrofit annotation of the parameter is {@code encoded}, each value is percent-encoded,
 * and the character between them is not (RFC 6570, section 3.2.2), so a comma in a value differs
 * from one between values. Otherwise, a value that contains the character cannot be sent.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface JoinedBy {
  /** Returns the character between two values. */
  char value();
}
