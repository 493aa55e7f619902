package io.ordertrace.benchmarks.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTests {

    @Test
    void aSteadyPaceKeepsItsRate() {
        AtomicInteger ran = new AtomicInteger();
        Duration took = new Pace.Steady(200).run(Collections.nCopies(20, due -> ran.incrementAndGet()), 2);
        assertThat(ran).hasValue(20);
        // 40 requests at 200 a second; the last two leave after 190 ms.
        assertThat(took).isBetween(Duration.ofMillis(190), Duration.ofSeconds(5));
    }

    @Test
    @Timeout(30)
    void aSteadyPaceGoesOnWhileTheServiceHangs() {
        CountDownLatch last = new CountDownLatch(1);
        Pace.Flow hangs = due -> await(last);
        Pace.Flow frees = due -> last.countDown();
        new Pace.Steady(100).run(List.of(hangs, hangs, frees), 1);
        assertThat(last.getCount()).isZero();
    }

    @Test
    void theTimeAFlowHadToWaitCountsFromWhenItWasDue() {
        Set<Long> due = ConcurrentHashMap.newKeySet();
        new Pace.Steady(100).run(Collections.nCopies(5, due::add), 1);
        List<Long> sorted = due.stream().sorted().toList();
        assertThat(sorted).hasSize(5);
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(sorted.get(i) - sorted.get(i - 1)).isEqualTo(10_000_000L);
        }
    }

    @Test
    void aFullPaceHasNoMoreThanItsWorkersUnderWay() {
        Semaphore workers = new Semaphore(3);
        AtomicInteger ran = new AtomicInteger();
        new Pace.Full(3)
                .run(
                        Collections.nCopies(50, due -> {
                            assertThat(workers.tryAcquire()).isTrue();
                            ran.incrementAndGet();
                            workers.release();
                        }),
                        1);
        assertThat(ran).hasValue(50);
    }

    @Test
    void anErrorOfOneIsAnErrorOfAll() {
        Pace.Flow wrong = due -> {
            throw new IllegalArgumentException("409");
        };
        for (Pace pace : List.of(new Pace.Full(2), new Pace.Steady(100))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> pace.run(List.of(wrong), 1))
                    .havingRootCause()
                    .withMessage("409");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
