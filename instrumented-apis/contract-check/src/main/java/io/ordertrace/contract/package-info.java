/**
 * Says of spans, service by service, where they break the telemetry contract; as a library and from the command line.
 * What the contract is comes from its registry; what is checked beyond single attributes stands here, a class a concern.
 */
@NullMarked
package io.ordertrace.contract;

import org.jspecify.annotations.NullMarked;
