/**
 * Who may enter and what they may do: sign-in at the company's identity provider, roles from the portal's own database,
 * checked on every request. The identity provider says who somebody is; it never says what they may do.
 */
@ApplicationModule(allowedDependencies = "web")
@NullMarked
package io.ordertrace.portal.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
