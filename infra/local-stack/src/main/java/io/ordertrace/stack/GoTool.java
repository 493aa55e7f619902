package io.ordertrace.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine's {@code go} command. */
final class GoTool {

    private static final Path USUAL_PLACE = Path.of("/usr/local/go/bin/go");
    private static final Pattern VERSION = Pattern.compile("go version go1\\.(\\d+)");

    /** From 1.21 on, Go itself fetches the toolchain that a go.mod asks for; older ones cannot read such a go.mod. */
    private static final int OLDEST_MINOR = 21;

    private GoTool() {}

    /**
     * @param product  what is to be built, for the message
     * @param override environment variable that would make the build unnecessary
     * @throws ComponentFailed if there is no usable Go; the message says what to install
     */
    static Path find(String product, String override) {
        Path go = Executables.onPath("go")
                .or(() -> Executables.executable(USUAL_PLACE))
                .orElseThrow(() -> missing(product, override, "there is none on PATH"));
        String version = versionOf(go);
        Matcher matcher = VERSION.matcher(version);
        if (matcher.find() && Integer.parseInt(matcher.group(1)) < OLDEST_MINOR) {
            throw missing(product, override, go + " is " + version.strip());
        }
        return go;
    }

    private static ComponentFailed missing(String product, String override, String found) {
        return new ComponentFailed(
                product,
                "Go 1.25 or newer is needed to build it, and " + found
                        + ". Install Go (https://go.dev/doc/install), or name a ready binary with " + override + ".");
    }

    private static String versionOf(Path go) {
        try {
            Process process = new ProcessBuilder(go.toString(), "version")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream out = process.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new ComponentFailed("go", "cannot be run: " + e.getMessage(), e);
        }
    }
}
