package ai.withcortex.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The Immutables style for the value classes in this package and its subpackages. The annotation is
 * not kept in class files, because compilers without Immutables on the class path would warn about
 * it.
 */
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    depluralize = true,
    allowedClasspathAnnotations = Override.class,
    defaults = @Value.Immutable(copy = false))
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@interface ClientStyle {}
