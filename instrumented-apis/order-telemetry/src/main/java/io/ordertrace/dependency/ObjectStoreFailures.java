package io.ordertrace.dependency;

import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.FailureRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What the exceptions of the AWS SDK and of its HTTP client tell. */
final class ObjectStoreFailures implements FailureRule {

    /** The store hung up instead of answering; in every HTTP client of Apache's, by whatever package. */
    private static final Set<String> HUNG_UP = Set.of("NoHttpResponseException", "ConnectionClosedException");

    private final String store;

    ObjectStoreFailures(String store) {
        this.store = store;
    }

    @Override
    public @Nullable Clue read(Throwable link) {
        return switch (link) {
            case ApiCallTimeoutException e -> new Clue(FailureClass.HANG, store);
            case ApiCallAttemptTimeoutException e -> new Clue(FailureClass.HANG, store);
            case SdkServiceException e -> new Clue(kind(e.statusCode()), store);
            case SdkException e -> new Clue(null, store);
            default ->
                HUNG_UP.contains(link.getClass().getSimpleName()) ? new Clue(FailureClass.UNAVAILABLE, null) : null;
        };
    }

    private static FailureClass kind(int httpStatus) {
        return switch (httpStatus) {
            case 408, 504 -> FailureClass.HANG;
            // 500 is what S3 answers to a call that it could not serve and that may be made again.
            case 500, 502, 503 -> FailureClass.UNAVAILABLE;
            default -> FailureClass.ERROR;
        };
    }
}
