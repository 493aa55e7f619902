package io.ordertrace.browser;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands batches to the Collector, one after the other on a thread of its own. What cannot be handed over is dropped:
 * nothing of an order depends on it, and a queue that grew would take the memory that orders need.
 */
final class Handover implements AutoCloseable {

    /** When to try again while the queue is full; the Collector then is slow or away. */
    static final long FULL_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final BrowserSpansSettings settings;
    private final String page;
    private final HttpClient http;
    private final BlockingQueue<Batch> queue;
    private final Losses losses = new Losses(LOG);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("browser-spans").unstarted(this::run);

    Handover(BrowserSpansSettings settings, String page, HttpClient http) {
        this.settings = settings;
        this.page = page;
        this.http = http;
        this.queue = new ArrayBlockingQueue<>(settings.queuedBatches());
    }

    void start() {
        thread.start();
    }

    /** Returns at once; false if too many batches wait already. */
    boolean offer(Batch batch) {
        return queue.offer(batch);
    }

    /** How many batches were taken and then dropped, since the start. */
    long dropped() {
        return losses.total();
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                send(queue.take());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                losses.add(e.toString());
            }
        }
    }

    private void send(Batch batch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + settings.token())
                .header("Content-Type", batch.contentType())
                .header("X-Page", page)
                .POST(BodyPublishers.ofByteArray(batch.body()))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            losses.add("the Collector answered " + status);
        }
    }
}
