package io.ordertrace.portal.jaegerui;

/** Jaeger did not accept the portal's credential. The person's browser must not be asked for it. */
class CredentialRefused extends RuntimeException {

    CredentialRefused() {
        super("Jaeger refused the portal's credential (JAEGER_USER, JAEGER_PASSWORD)");
    }
}
