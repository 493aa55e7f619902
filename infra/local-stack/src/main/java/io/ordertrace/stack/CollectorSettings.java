package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom the Collector takes spans from and where it takes them.
 *
 * @param token         what services must send as {@code Authorization: Bearer}
 * @param browserToken  the same for spans that they hand on from their pages' visitors
 * @param jaegerAddress host and port of Jaeger's OTLP/gRPC receiver
 * @param jaegerWrite   what that receiver asks for
 * @param tap           a file that gets the services' spans, unredacted, as lines of OTLP JSON; a full one is renamed
 */
public record CollectorSettings(
        CollectorPorts ports,
        String token,
        String browserToken,
        String jaegerAddress,
        Credential jaegerWrite,
        Optional<Path> tap) {

    public CollectorSettings {
        tap = tap.map(Path::toAbsolutePath);
    }
}
