package io.ordertrace.stack;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs programs that refuse the superuser, such as PostgreSQL, for somebody who is logged in as root: in a user
 * namespace without rights, where files stay accessible but the user id is nobody's.
 */
final class Unprivileged {

    private Unprivileged() {}

    /** The command as it is for an ordinary user, wrapped for root. */
    static List<String> command(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!works("unshare", "-U", "true")) {
            throw new ComponentFailed(
                    "postgresql",
                    "refuses to run as root, and this machine does not let root make a user namespace (unshare -U)."
                            + " Run ./start as an ordinary user.");
        }
        return Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList();
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
