/**
 * The way of a page's spans: from the visitor's browser through the API that serves the page to the Collector.
 * Whatever a visitor sends is passed on unread or refused; it never makes an order wait, and what it may say of an order
 * is decided in the Collector.
 */
@NullMarked
package io.ordertrace.browser;

import org.jspecify.annotations.NullMarked;
