package ai.withcortex.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what stands between the values of a {@link Joined} parameter.
 *
 * <p>Where Retrofit's annotation beside it is {@code encoded}, the values are percent-encoded one
 * by one, and what stands between them is not (RFC 6570, section 3.2.2): that is how a comma in a
 * value differs from one between values. Elsewhere a value that has the character in it cannot be
 * sent.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface JoinedBy {
  /** The character between two values. */
  char value();
}
