package io.ordertrace.browser;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How much each address and all of them together may still send. Counted in bytes, since bytes are what the Collector has
 * to read; a request costs something even if it is empty.
 */
final class Allowance {

    /** What a request costs at least. */
    private static final int REQUEST_BYTES = 1024;

    /** Beyond so many addresses the least active ones begin anew; the total still holds. */
    private static final int ADDRESSES = 10_000;

    private final LoadingCache<String, Bucket> ofAddress;
    private final Bucket total;

    Allowance(BrowserSpansSettings settings) {
        ofAddress = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(address -> bucket(settings.burstBytes(), settings.bytesPerSecond()));
        total = bucket(settings.totalBurstBytes(), settings.totalBytesPerSecond());
    }

    /** @return the seconds after which to try again, at least 1; empty if the bytes are allowed and now used */
    OptionalLong use(String address, int bytes) {
        int cost = Math.max(REQUEST_BYTES, bytes);
        Bucket own = ofAddress.get(address);
        var probe = own.tryConsumeAndReturnRemaining(cost);
        if (probe.isConsumed()) {
            probe = total.tryConsumeAndReturnRemaining(cost);
            if (probe.isConsumed()) {
                return OptionalLong.empty();
            }
            own.addTokens(cost);
        }
        return OptionalLong.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }

    private static Bucket bucket(int burst, int perSecond) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.max(burst, Batch.LIMIT)).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
