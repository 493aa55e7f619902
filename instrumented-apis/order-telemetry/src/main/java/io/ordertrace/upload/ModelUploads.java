package io.ordertrace.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;

/**
 * Shares the memory that is meant for models among those that arrive at once. It is counted in bytes and not in
 * uploads: a few models of the largest size fill it, and hundreds of small ones do not.
 */
public final class ModelUploads {

    private final Semaphore room;

    ModelUploads(DataSize memory) {
        if (memory.toBytes() < ModelUpload.MOST_MEMORY) {
            throw new IllegalArgumentException("Not even one model fits into uploads.memory");
        }
        room = new Semaphore(Math.toIntExact(memory.toBytes()));
    }

    /**
     * The model that the request brings; nothing of it is read yet.
     *
     * @throws ModelTooLarge if the request itself says so
     */
    public ModelUpload of(HttpServletRequest request) {
        return new ModelUpload(request, room);
    }
}
