package io.ordertrace.stack.demo.recording;

/**
 * What differs between two orders on the same step, as it is written in a recording. The marks are none that telemetry
 * uses: a route has braces of its own, as in <code>/api/orders/{id}</code>.
 */
public final class Gap {

    public static final String ORDER = "‹order›";
    public static final String ACTOR = "‹actor›";
    public static final String MODEL_FORMAT = "‹model format›";
    public static final String MODEL_SIZE = "‹model size›";
    public static final String MODEL_TRIANGLES = "‹model triangles›";
    public static final String MODEL_SHA256 = "‹model sha256›";
    /** The first half of its first half, which is part of the model's key. */
    public static final String MODEL_SHA16 = "‹model sha16›";

    private static final String MESSAGE = "‹message ";
    private static final String TIME = "‹time ";
    private static final String END = "›";

    private Gap() {}

    /** The id of the step's message of that number. */
    public static String message(int number) {
        return MESSAGE + number + END;
    }

    /** A time, in microseconds since the begin of the step. */
    public static String time(long micros) {
        return TIME + micros + END;
    }

    public static boolean isMessage(String value) {
        return value.startsWith(MESSAGE);
    }

    public static boolean isTime(String value) {
        return value.startsWith(TIME);
    }

    /** Microseconds since the begin of the step. */
    public static long micros(String time) {
        return Long.parseLong(time.substring(TIME.length(), time.length() - END.length()));
    }
}
