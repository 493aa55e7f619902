/**
 * Submitting an order: the customer sends a model, it is stored, the manufacture is told.
 * Nothing else in the shop changes the status of an order after it is created.
 */
@NullMarked
package io.ordertrace.shop.submission;

import org.jspecify.annotations.NullMarked;
