package io.ordertrace.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A Go program built from pinned modules. The pins (go.mod, go.sum) are packed into this library; the binary is kept in
 * the user's cache folder under their hash, so it is built once for each change of them, whoever asks.
 *
 * @param name      of the component, as in messages
 * @param module    the line of go.mod that gives the version
 * @param resources folder beside this class that holds {@code files}
 * @param files     copied into an empty folder before the build
 * @param steps     arguments of {@code go}, one list for each call; {@code %OUT%} stands for the binary's path
 * @param override  the environment variable that names a ready binary instead
 */
record GoBuild(
        String name, String module, String resources, List<String> files, List<List<String>> steps, String override) {

    private static final List<String> BUILD =
            List.of("build", "-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", "%OUT%");

    GoBuild {
        files = List.copyOf(files);
        steps = steps.stream().map(List::copyOf).toList();
    }

    /** The arguments of {@code go} that build one package. */
    static List<String> building(String goPackage) {
        List<String> step = new ArrayList<>(BUILD);
        step.add(goPackage);
        return step;
    }

    /**
     * The cached binary; built first if there is none, which takes minutes and needs Go and a module proxy.
     *
     * @param progress gets a line at the start, about every ten seconds, and at the end of a build
     * @throws ComponentFailed if Go is missing or the build fails
     */
    synchronized Path binary(PrintStream progress) {
        Path home = CacheFolder.path().resolve(name).resolve(version() + "-" + hash());
        Path binary = home.resolve(name);
        try {
            Files.createDirectories(home);
            // Another launcher or test may be building the same thing.
            try (FileChannel channel = FileChannel.open(
                            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isExecutable(binary)) {
                    build(home, binary, progress);
                }
            }
            return binary;
        } catch (IOException e) {
            throw new ComponentFailed(name, "cannot be built in " + home + ": " + e.getMessage(), e);
        }
    }

    private void build(Path home, Path binary, PrintStream progress) throws IOException {
        String go = GoTool.find(name + " " + version(), override).toString();
        Path source = Files.createDirectories(home.resolve("source"));
        for (String file : files) {
            Files.write(source.resolve(file), resource(file));
        }
        Path out = home.resolve(name + ".new");
        try (BuildProgress shown = new BuildProgress(name + " " + version(), progress)) {
            for (List<String> step : steps) {
                List<String> command = new ArrayList<>(List.of(go));
                step.forEach(argument -> command.add(argument.replace("%OUT%", out.toString())));
                run(command, source, home.resolve("build.log"), shown);
            }
        }
        Files.move(out, binary, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command, Path source, Path log, BuildProgress shown) {
        try (ManagedProcess process = ManagedProcess.start(name + " build", log, command, Map.of(), source)) {
            int code = shown.until(process);
            if (code != 0) {
                throw new ComponentFailed(name, "its build stopped with exit code " + code, log);
            }
        }
    }

    private String version() {
        String text = new String(resource("go.mod"), StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line.strip().split(" "))
                .filter(words -> words[0].equals(module) && words.length > 1)
                .map(words -> words[1])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("go.mod does not name " + module));
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(resource(file)));
            digest.update(steps.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] resource(String file) {
        return Resources.read(resources + "/" + file);
    }
}
