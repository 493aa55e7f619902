/**
 * Records what the services tell of an order's steps, for the demo's history. Run {@code RecordDemo} after a change of
 * the services' spans; {@code DemoTrafficTests} notices when it has been forgotten.
 */
@NullMarked
package io.ordertrace.e2e.recording;

import org.jspecify.annotations.NullMarked;
