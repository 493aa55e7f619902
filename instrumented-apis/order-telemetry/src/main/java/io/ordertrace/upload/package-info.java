/**
 * Taking the 3D models that callers send, without letting them fill the memory of the service.
 * What is in a model, and which order it belongs to, is the service's own matter.
 */
@NullMarked
package io.ordertrace.upload;

import org.jspecify.annotations.NullMarked;
