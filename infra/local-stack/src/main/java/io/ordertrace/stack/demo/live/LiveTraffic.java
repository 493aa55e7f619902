package io.ordertrace.stack.demo.live;

import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.demo.plan.PlannedStep;
import io.ordertrace.stack.demo.services.OrderSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does one step after the other, for as long as it is let. */
public final class LiveTraffic {

    /** Nights are short in the demo. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Longer than a message is usually on its way. */
    private static final Duration SHORT = Duration.ofSeconds(3);
    /** Longer than the declared process allows a message to be on its way. */
    private static final Duration LONG = Duration.ofSeconds(40);

    private final OrderSteps services;
    private final Troubles troubles;
    private final double speed;
    private final Consumer<String> log;
    private final Agenda agenda;

    /**
     * @param file  remembers how far life has come; in the folder of the stack's data
     * @param speed how many times faster than real life
     * @param log   gets a line for each step that failed without being meant to
     */
    public LiveTraffic(
            OrderSteps services,
            Troubles troubles,
            Path file,
            long seed,
            double speed,
            Instant now,
            Consumer<String> log)
            throws IOException {
        this.services = services;
        this.troubles = troubles;
        this.speed = speed;
        this.log = log;
        agenda = new Agenda(file, seed, now);
    }

    /** Returns by being interrupted only; what was troubled is untroubled then. */
    public void run() throws InterruptedException, IOException {
        while (true) {
            Due next = agenda.next();
            pause(Duration.between(agenda.time(), next.at()));
            live(next);
            agenda.done(next);
        }
    }

    private void live(Due due) throws InterruptedException {
        PlannedStep step = due.step();
        try {
            if (step.mishap().isEmpty()) {
                act(due);
                due.next().ifPresent(agenda::add);
            } else {
                boolean happened = befall(step.mishap().get(), due);
                Optional<Due> next = happened && !step.happens() ? due.nextWithoutRepetition() : due.next();
                next.ifPresent(agenda::add);
            }
        } catch (IllegalStateException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            log.accept(step.step() + ": " + e.getMessage());
            due.again().ifPresentOrElse(agenda::add, () -> agenda.stopped(due.order()));
        }
    }

    private void act(Due due) {
        PlannedStep step = due.step();
        if (due.first()) {
            agenda.began(due.order(), services.begin(step, due.order().jewel()));
        } else {
            services.go(agenda.id(due.order()), step, due.order().jewel());
        }
    }

    /** Whether the step has happened in spite of its trouble. */
    private boolean befall(Mishap mishap, Due due) throws InterruptedException {
        try {
            troubles.on(mishap);
        } catch (RuntimeException e) {
            log.accept(mishap + " cannot be made: " + e.getMessage());
            act(due);
            return true;
        }
        try {
            act(due);
            TimeUnit.MILLISECONDS.sleep((mishap == Mishap.MESSAGES_LATE ? LONG : SHORT).toMillis());
            return true;
        } catch (IllegalStateException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (due.step().happens()) {
                throw e;
            }
            return false;
        } finally {
            end(mishap);
        }
    }

    /** Also when the thread is interrupted: the flag would break the calls that end the trouble. */
    private void end(Mishap mishap) {
        boolean interrupted = Thread.interrupted();
        try {
            troubles.off(mishap);
        } catch (RuntimeException e) {
            log.accept(mishap + " cannot be ended: " + e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void pause(Duration planned) throws InterruptedException {
        long millis = Math.round(Math.max(0, planned.toMillis()) / speed);
        TimeUnit.MILLISECONDS.sleep(Math.min(millis, LONGEST_PAUSE.toMillis()));
    }
}
