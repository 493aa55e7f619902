/**
 * Jaeger's own pages and API under {@code /jaeger/}, behind the portal's sign-on and roles. It adds the credential that
 * Jaeger asks for, and lets nothing of a person's session through to Jaeger.
 */
@ApplicationModule(allowedDependencies = "web")
@NullMarked
package io.ordertrace.portal.jaegerui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
