package io.ordertrace.upload;

/** The file is larger than a model may be. */
public final class ModelTooLarge extends RuntimeException {

    ModelTooLarge() {
        super("A model may have at most " + ModelUpload.LARGEST_BYTES + " bytes");
    }
}
