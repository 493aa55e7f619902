/** The whole stack and a real browser. Each class keeps one promise to a person. */
@NullMarked
package io.ordertrace.e2e;

import org.jspecify.annotations.NullMarked;
