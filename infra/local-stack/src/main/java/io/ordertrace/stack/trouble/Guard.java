package io.ordertrace.stack.trouble;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Whom the switchboard listens to. */
final class Guard {

    private final Set<String> hosts;
    private final byte[] token;

    Guard(int port, String token) {
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port);
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Throws {@link Refusal} if the request may not be answered. */
    void check(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!hosts.contains(headers.getFirst("Host"))) {
            throw new Refusal(421, "the switchboard answers under localhost and 127.0.0.1 only");
        }
        if ("cross-site".equals(headers.getFirst("Sec-Fetch-Site"))) {
            throw new Refusal(403, "the switchboard does not answer pages of other origins");
        }
        if (!exchange.getRequestMethod().equals("GET") && !holdsToken(headers)) {
            throw new Refusal(401, "the header " + SwitchboardServer.TOKEN_HEADER + " must carry the token");
        }
    }

    private boolean holdsToken(Headers headers) {
        String given = Optional.ofNullable(headers.getFirst(SwitchboardServer.TOKEN_HEADER))
                .orElse("");
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }
}
