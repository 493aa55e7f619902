/**
 * Shop API: where customers order jewellery and send in the 3D model of it.
 * It owns the statuses CREATED and SUBMITTED and keeps a copy of the later ones.
 */
@NullMarked
package io.ordertrace.shop;

import org.jspecify.annotations.NullMarked;
