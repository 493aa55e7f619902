/**
 * What CRM and MES tell the shop about an order's later statuses.
 * The shop only updates its copy; the service that made a change has already told the trace of it. The one exception is
 * a step of the shop's own that loses against what another service did at the same moment: the shop tells that itself.
 */
@NullMarked
package io.ordertrace.shop.inbox;

import org.jspecify.annotations.NullMarked;
