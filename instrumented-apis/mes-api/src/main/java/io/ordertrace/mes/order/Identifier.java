package io.ordertrace.mes.order;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The id of an order or of somebody who acts, e.g. {@code ORD-0000042}, {@code op-17}, {@code acme.rings}. */
@Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
@Constraint(validatedBy = {})
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Identifier {

    String message() default "must be 1 to 64 letters, digits, dots, underscores or hyphens";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
