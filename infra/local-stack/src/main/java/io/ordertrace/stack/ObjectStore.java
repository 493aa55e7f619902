package io.ordertrace.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** S3 on loopback: S3Proxy with one pair of keys, objects as files in the given folder. */
public final class ObjectStore extends ProcessServer {

    private static final String NAME = "s3";
    private static final int HEAP_MEGABYTES = 128;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int port;

    private ObjectStore(ManagedProcess process, int port) {
        super(process);
        this.port = port;
    }

    /** @param keys the access key as user, the secret key as password */
    public static ObjectStore start(Path dir, int port, Credential keys) {
        Path jar = Cache.download(NAME, "s3proxy-" + Versions.of("s3proxy") + "-jar-with-dependencies.jar");
        Path configuration = dir.resolve("s3proxy.properties");
        Path objects = objects(dir);
        try {
            Files.createDirectories(objects);
            Folders.writeSecret(configuration, """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, keys.user(), keys.password(), objects));
        } catch (IOException e) {
            throw new ComponentFailed(NAME, "cannot write its configuration: " + e.getMessage(), e);
        }
        List<String> command =
                JavaProgram.jar(jar, HEAP_MEGABYTES, List.of(), List.of("--properties", configuration.toString()));
        ManagedProcess process = ManagedProcess.start(NAME, dir.resolve("s3.log"), command, Map.of(), dir);
        process.awaitReady(() -> Ports.listens(port), LIMIT);
        return new ObjectStore(process, port);
    }

    /** The folder in which the store in that folder keeps the objects of a bucket. */
    static Path bucket(Path dir, String bucket) {
        return objects(dir).resolve(bucket);
    }

    private static Path objects(Path dir) {
        return dir.resolve("objects");
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
