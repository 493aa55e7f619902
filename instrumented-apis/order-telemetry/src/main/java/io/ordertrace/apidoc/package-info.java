/**
 * The published description of an API, at {@code /v3/api-docs}: what is the same in all three services.
 * What a single call does is said beside the method that does it.
 */
@NullMarked
package io.ordertrace.apidoc;

import org.jspecify.annotations.NullMarked;
