package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of attributes that we read; where semantic conventions renamed one, the newest name first. */
final class Attributes {

    static final String ORDER_ID = "jewelry.order.id";
    static final String STATUS = "jewelry.order.status";
    static final String PREVIOUS_STATUS = "jewelry.order.status.previous";
    static final String CHANGED_AT = "jewelry.order.status.changed_at";

    /** Name of the span around a status change. */
    static final String STATUS_CHANGE_SPAN = "order.status_change";

    /** Name of the span around one attempt to publish a message. */
    static final String MESSAGE_SPAN = "order.message";

    /** Name of the span that tells of a message put aside after the last retry. */
    static final String DEAD_LETTER_SPAN = "order.dead_letter";

    static final String FAILURE_CLASS = "jewelry.failure.class";
    static final String FAILURE_DEPENDENCY = "jewelry.failure.dependency";

    /** Where a span came from, when not from a service. */
    static final String ORIGIN = "jewelry.origin";

    static final String BROWSER = "browser";

    /** Roles and the attributes naming their person, the one closest to the work first. */
    static final Map<Actor.Role, String> ACTORS = actors();

    static final String MODEL_KEY = "jewelry.model.key";
    static final String MODEL_FORMAT = "jewelry.model.format";
    static final String MODEL_SIZE = "jewelry.model.size_bytes";
    static final String MODEL_TRIANGLES = "jewelry.model.triangles";
    static final String MODEL_SHA256 = "jewelry.model.sha256";

    static final List<String> MESSAGE_ID = List.of("messaging.message.id", "messaging.message_id");
    static final List<String> DESTINATION =
            List.of("messaging.destination.name", "messaging.destination", "message_bus.destination");
    static final List<String> ROUTING_KEY = List.of(
            "messaging.rabbitmq.destination.routing_key",
            "messaging.rabbitmq.routing_key",
            "messaging.destination.routing_key");
    static final List<String> MESSAGING_OPERATION =
            List.of("messaging.operation.type", "messaging.operation.name", "messaging.operation");

    static final List<String> DATABASE = List.of("db.system.name", "db.system");
    static final List<String> MESSAGING = List.of("messaging.system");
    static final List<String> RPC = List.of("rpc.system.name", "rpc.system");
    static final List<String> RPC_METHOD = List.of("rpc.method", "rpc.service");
    static final List<String> BUCKET = List.of("aws.s3.bucket");
    static final List<String> PEER_SERVICE = List.of("service.peer.name", "peer.service");
    static final List<String> PEER = List.of("server.address", "net.peer.name", "http.host");
    static final List<String> HTTP_STATUS = List.of("http.response.status_code", "http.status_code");

    static final List<String> ERROR_TYPE = List.of("exception.type", "error.type");
    static final String STATUS_MESSAGE = "otel.status_description";
    static final List<String> ERROR_MESSAGE = List.of("exception.message", STATUS_MESSAGE);

    private Attributes() {}

    private static Map<Actor.Role, String> actors() {
        Map<Actor.Role, String> actors = new LinkedHashMap<>();
        actors.put(Actor.Role.OPERATOR, "jewelry.operator.id");
        actors.put(Actor.Role.SELLER, "jewelry.seller.id");
        actors.put(Actor.Role.API_USER, "jewelry.api_user.id");
        actors.put(Actor.Role.CUSTOMER, "user.id");
        return actors;
    }
}
