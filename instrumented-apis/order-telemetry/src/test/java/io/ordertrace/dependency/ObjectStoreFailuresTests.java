package io.ordertrace.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.telemetry.Failure;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.Failures;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

class ObjectStoreFailuresTests {

    private final Failures failures = new Failures(List.of(new ObjectStoreFailures("3d-files")));

    @ParameterizedTest
    @CsvSource({
        "408,HANG",
        "504,HANG",
        "500,UNAVAILABLE",
        "502,UNAVAILABLE",
        "503,UNAVAILABLE",
        "403,ERROR",
        "404,ERROR",
        "501,ERROR"
    })
    void theStoresAnswerSaysHowItFailed(int status, FailureClass kind) {
        Exception answer = SdkServiceException.builder().statusCode(status).build();

        assertThat(failures.of(new IllegalStateException(answer))).isEqualTo(new Failure(kind, "3d-files"));
    }

    @Test
    void timeoutsHang() {
        assertThat(failures.of(ApiCallTimeoutException.create(900))).isEqualTo(hang());
        assertThat(failures.of(ApiCallAttemptTimeoutException.create(300))).isEqualTo(hang());
        assertThat(failures.of(SdkClientException.create("Read timed out", new SocketTimeoutException())))
                .isEqualTo(hang());
    }

    @Test
    void aStoreThatRefusesOrHangsUpIsUnavailable() {
        Failure unavailable = new Failure(FailureClass.UNAVAILABLE, "3d-files");

        assertThat(failures.of(SdkClientException.create("refused", new ConnectException())))
                .isEqualTo(unavailable);
        assertThat(failures.of(SdkClientException.create("hung up", new NoHttpResponseException())))
                .isEqualTo(unavailable);
    }

    @Test
    void anythingElseOfTheClientIsAnErrorOfTheStore() {
        assertThat(failures.of(SdkClientException.create("Unable to load credentials")))
                .isEqualTo(new Failure(FailureClass.ERROR, "3d-files"));
    }

    private static Failure hang() {
        return new Failure(FailureClass.HANG, "3d-files");
    }

    /** Has the name of the HTTP client's own. */
    private static final class NoHttpResponseException extends IOException {}
}
