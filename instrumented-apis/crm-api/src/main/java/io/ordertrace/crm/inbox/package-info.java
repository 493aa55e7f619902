/**
 * What MES tells the CRM about orders, from the shop or from B2B partners.
 * The CRM only updates its copy; the service that made a change has already told the trace of it. The one exception is
 * a decision of the CRM's own that loses against what another service did at the same moment: the CRM tells that itself.
 */
@NullMarked
package io.ordertrace.crm.inbox;

import org.jspecify.annotations.NullMarked;
