/**
 * What CRM and MES tell the shop about an order's later statuses.
 * The shop only updates its copy; the service that made a change has already told the trace of it.
 */
@NullMarked
package io.ordertrace.shop.inbox;

import org.jspecify.annotations.NullMarked;
