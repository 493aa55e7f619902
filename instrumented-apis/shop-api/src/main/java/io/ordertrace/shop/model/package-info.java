/**
 * The 3D model files in the S3 bucket.
 * Nothing here knows what is inside a file or which order it belongs to.
 */
@NullMarked
package io.ordertrace.shop.model;

import org.jspecify.annotations.NullMarked;
