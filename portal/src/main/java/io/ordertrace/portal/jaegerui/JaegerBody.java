package io.ordertrace.portal.jaegerui;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * An answer's body on its way from Jaeger. When Jaeger breaks off in the middle, the same IOException would be taken for
 * a browser that has gone, and what had arrived would be delivered as if it were the whole; this one breaks the
 * connection to the browser too, or, if nothing was delivered yet, answers 503.
 */
class JaegerBody extends FilterInputStream {

    JaegerBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** Without its cause, by which it would be mistaken. */
    private static ResponseStatusException brokenOff(IOException e) {
        return new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE, "Jaeger broke off its answer: " + e.getMessage());
    }
}
