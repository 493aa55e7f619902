package io.ordertrace.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Ends a request with an error page, or with problem details for those who asked for data. */
public final class Problems {

    static final String KEY = Problems.class.getName() + ".key";

    private Problems() {}

    /**
     * @param key prefix of the messages that tell the person what happened ({@code <key>.title}) and what to do
     *     ({@code <key>.text}), in a bundle under {@code messages/}
     */
    public static void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        request.setAttribute(KEY, key);
        response.sendError(status.value());
    }
}
