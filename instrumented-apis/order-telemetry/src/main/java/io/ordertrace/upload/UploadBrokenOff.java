package io.ordertrace.upload;

import java.io.IOException;

/** The caller stopped sending before the end of the file. */
public final class UploadBrokenOff extends RuntimeException {

    UploadBrokenOff(IOException cause) {
        super("The model did not arrive completely", cause);
    }
}
