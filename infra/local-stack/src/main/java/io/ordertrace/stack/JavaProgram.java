package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs, run by the JDK that runs us and tuned for a quick start on few cores. */
final class JavaProgram {

    private JavaProgram() {}

    static List<String> jar(Path jar, int heapMegabytes, List<String> options, List<String> arguments) {
        return command(heapMegabytes, options, List.of("-jar", jar.toString()), arguments);
    }

    /** @param libraries a folder whose jars are the class path */
    static List<String> mainClass(
            Path libraries, String mainClass, int heapMegabytes, List<String> options, List<String> arguments) {
        return command(heapMegabytes, options, List.of("-cp", libraries + "/*", mainClass), arguments);
    }

    private static List<String> command(
            int heapMegabytes, List<String> options, List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(program);
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
