package io.ordertrace.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;

/** Every password of one data directory: made at first use, kept in a file that only its owner may read. */
final class Secrets {

    private final Path file;
    private final TreeMap<String, String> values = new TreeMap<>();

    Secrets(Path dataDir) {
        file = dataDir.resolve("secrets.properties");
        if (Files.exists(file)) {
            try {
                Properties kept = new Properties();
                kept.load(new StringReader(Files.readString(file)));
                kept.stringPropertyNames().forEach(name -> values.put(name, kept.getProperty(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The secret of that name: 32 hexadecimal digits, the same for the life of the data directory. */
    synchronized String secret(String name) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String fresh = Credential.freshSecret();
        values.put(name, fresh);
        StringBuilder content = new StringBuilder();
        values.forEach(
                (key, value) -> content.append(key).append('=').append(value).append('\n'));
        try {
            Folders.writeSecret(file, content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }

    Credential credential(String user) {
        return new Credential(user, secret(user));
    }
}
