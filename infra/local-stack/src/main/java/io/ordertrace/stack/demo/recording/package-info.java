/**
 * What the real services told of each step, recorded once from Jaeger and kept as files with gaps for what differs
 * between orders. The history is made from these, so that it looks exactly as if the services had been there.
 */
@NullMarked
package io.ordertrace.stack.demo.recording;

import org.jspecify.annotations.NullMarked;
