package io.ordertrace.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Linux knows of processes and of the addresses they listen on. */
final class Listening {

    private static final String STATE_LISTEN = "0A";

    private Listening() {}

    /** For instance {@code 127.0.0.1:5432}; a server on every address shows as {@code 0.0.0.0:5432}. */
    static List<String> addressesOf(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)) {
                    sockets.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+");
                if (STATE_LISTEN.equals(fields[3]) && sockets.contains("socket:[" + fields[9] + "]")) {
                    addresses.add(readable(fields[1]));
                }
            }
        }
        return addresses;
    }

    /** Command lines of living processes that contain the text. */
    static List<String> processesMentioning(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .map(process -> commandLine(process.pid()))
                .flatMap(Stream::ofNullable)
                .filter(line -> line.contains(text))
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    /** Linux writes addresses as little-endian words of four bytes. */
    private static String readable(String hexadecimal) throws IOException {
        String[] parts = hexadecimal.split(":");
        byte[] words = HexFormat.of().parseHex(parts[0]);
        byte[] address = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            address[i] = words[i / 4 * 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(address).getHostAddress() + ":" + Integer.parseInt(parts[1], 16);
    }
}
