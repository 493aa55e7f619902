package io.ordertrace.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A model that somebody sends, and of which nothing is read before {@link #receive}. */
public final class ModelUpload {

    /** The largest model that is taken. */
    public static final int LARGEST_BYTES = 20 * 1024 * 1024;

    /** What one upload can cost: read piece by piece, the largest model is there twice while the pieces are joined. */
    static final int MOST_MEMORY = 2 * LARGEST_BYTES;

    private final HttpServletRequest request;
    private final long announced;
    private final Semaphore room;

    ModelUpload(HttpServletRequest request, Semaphore room) {
        this.request = request;
        this.room = room;
        announced = request.getContentLengthLong();
        if (announced > LARGEST_BYTES) {
            throw new ModelTooLarge();
        }
    }

    /** Whether the model can have that many bytes, as far as is known before it is read. */
    public boolean mayHave(long bytes) {
        return announced < 0 || announced == bytes;
    }

    /**
     * Reads the model and hands it on. It counts as arriving until the work is done with it.
     *
     * @throws TooManyUploads if there is no room for it; nothing is read then
     * @throws ModelTooLarge if it turns out to be
     * @throws UploadBrokenOff if its end does not come
     */
    public <T> T receive(Function<byte[], T> work) {
        int memory = announced < 0 ? MOST_MEMORY : (int) announced;
        if (!room.tryAcquire(memory)) {
            throw new TooManyUploads();
        }
        try {
            return work.apply(read());
        } finally {
            room.release(memory);
        }
    }

    private byte[] read() {
        try {
            InputStream body = request.getInputStream();
            return announced < 0 ? readToTheEnd(body) : readAnnounced(body);
        } catch (IOException e) {
            throw new UploadBrokenOff(e);
        }
    }

    /** Into one array of the right length: nothing is joined, nothing copied. */
    private byte[] readAnnounced(InputStream body) throws IOException {
        byte[] content = new byte[(int) announced];
        if (body.readNBytes(content, 0, content.length) < content.length) {
            throw new EOFException("The body is shorter than its Content-Length");
        }
        return content;
    }

    private static byte[] readToTheEnd(InputStream body) throws IOException {
        byte[] content = body.readNBytes(LARGEST_BYTES + 1);
        if (content.length > LARGEST_BYTES) {
            throw new ModelTooLarge();
        }
        return content;
    }
}
