/** The 3D model files in the S3 bucket. Nothing here knows what is inside a file. */
@NullMarked
package io.ordertrace.mes.model;

import org.jspecify.annotations.NullMarked;
