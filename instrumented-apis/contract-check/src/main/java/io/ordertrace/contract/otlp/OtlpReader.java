package io.ordertrace.contract.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads every request in an input, whatever form of OTLP it has. */
public final class OtlpReader {

    private static final JsonMapper JSON = new JsonMapper();
    /** The first byte of a protobuf request: field 1, length-delimited. */
    private static final int FIELD_1 = 0x0a;

    private final Consumer<ExportTraceServiceRequest> requests;

    /** @param requests gets each request in the order of the input */
    public OtlpReader(Consumer<ExportTraceServiceRequest> requests) {
        this.requests = requests;
    }

    /** @throws UnusableInput if the file is not there, or is no OTLP */
    public void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            read(in, file.toString());
        } catch (IOException e) {
            throw new UnusableInput(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file while it is being written, also beyond its renaming, until told to stop.
     *
     * @throws UnusableInput if what is written there is no OTLP
     */
    public void follow(Path file, BooleanSupplier stopped) {
        try (InputStream in = new GrowingFile(file, stopped)) {
            read(in, file.toString());
        } catch (IOException e) {
            throw new UnusableInput(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws UnusableInput if it is no OTLP; {@code name} says there what it is */
    public void read(InputStream input, String name) {
        try {
            BufferedInputStream in = new BufferedInputStream(input);
            int first = peek(in);
            if (first == 0x1f) {
                in = new BufferedInputStream(new GZIPInputStream(in));
                first = peek(in);
            }
            readPlain(in, first);
        } catch (UnusableInput e) {
            throw new UnusableInput(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnusableInput(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void readPlain(InputStream in, int first) throws IOException {
        switch (first) {
            case -1 -> {}
            case FIELD_1 -> requests.accept(ExportTraceServiceRequest.parseFrom(in));
            // The Collector's file exporter writes the length of each protobuf message before it; it is never 2^24.
            case 0 -> readLengthPrefixed(new DataInputStream(in));
            default -> readJson(in);
        }
    }

    private void readLengthPrefixed(DataInputStream in) throws IOException {
        int messages = 0;
        while (peek(in) >= 0) {
            byte[] message = readMessage(in);
            if (message.length == 0) {
                requireSome(messages);
                return;
            }
            requests.accept(ExportTraceServiceRequest.parseFrom(message));
            messages++;
        }
    }

    /** Empty if the input ends within the message. */
    private static byte[] readMessage(DataInputStream in) throws IOException {
        byte[] prefix = in.readNBytes(Integer.BYTES);
        int length = prefix.length < Integer.BYTES ? 0 : ByteBuffer.wrap(prefix).getInt();
        if (length < 0) {
            throw new UnusableInput("a message of negative length");
        }
        byte[] message = in.readNBytes(length);
        return message.length < length ? new byte[0] : message;
    }

    /** An input may end within what is being written while it is read, but nothing but such a piece is not enough. */
    private static void requireSome(int count) {
        if (count == 0) {
            throw new UnusableInput("it ends too early");
        }
    }

    private void readJson(InputStream in) {
        int values = 0;
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(in)) {
            while (lines.hasNextValue()) {
                requests.accept(OtlpJson.request(lines.nextValue()));
                values++;
            }
        } catch (UnexpectedEndOfInputException e) {
            requireSome(values);
        } catch (JacksonException e) {
            throw new UnusableInput("neither JSON nor protobuf: " + e.getOriginalMessage(), e);
        }
    }

    private static int peek(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first;
    }
}
