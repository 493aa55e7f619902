package io.ordertrace.portal.source.jaeger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.ordertrace.portal.source.jaeger.api.FindTracesRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Our declaration of Jaeger's query API says the same as the one that the pinned Jaeger was built from. */
class ProtoDeclarationTests {

    private static final String MODULE = "github.com/jaegertracing/jaeger-idl";
    private static final Pattern MESSAGE =
            Pattern.compile("^message (\\w+) \\{(.*?)^}", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("^\\s*((?:repeated )?(?:map<[^>]+>|[\\w.]+)) (\\w+) = (\\d+);", Pattern.MULTILINE);
    private static final Pattern CALL = Pattern.compile("rpc (\\w+)\\((\\w+)\\) returns \\((stream )?([\\w.]+)\\)");

    private static final FileDescriptor OURS = FindTracesRequest.getDescriptor().getFile();

    private static String theirs = "";

    @BeforeAll
    static void readThePinnedDeclaration() throws IOException, InterruptedException {
        Path file = moduleFolder().resolve("proto/api_v3/query_service.proto");
        theirs = Files.readString(file).replaceAll("//.*", "").replace("{}", "{\n}");
    }

    @Test
    void everyFieldHasTheirNameNumberAndType() {
        List<String> known = theirFields();
        List<String> used = OURS.getMessageTypes().stream()
                .flatMap(message -> message.getFields().stream())
                .map(ProtoDeclarationTests::describe)
                .toList();
        assertThat(used).hasSizeGreaterThan(5).isSubsetOf(known);
    }

    @Test
    void everyCallHasTheirNameAndMessages() {
        List<String> known = new ArrayList<>();
        Matcher call = CALL.matcher(theirs);
        while (call.find()) {
            known.add(call.group(1) + " " + qualified(call.group(2)) + " " + Objects.toString(call.group(3), "")
                    + qualified(call.group(4)));
        }
        List<String> used = OURS.getServices().getFirst().getMethods().stream()
                .map(ProtoDeclarationTests::describe)
                .toList();
        assertThat(used).hasSize(2).isSubsetOf(known);
    }

    @Test
    void packageAndServiceHaveTheirNames() {
        assertThat(theirs).contains("package " + OURS.getPackage() + ";");
        assertThat(OURS.getServices())
                .singleElement()
                .satisfies(service -> assertThat(theirs).contains("service " + service.getName() + " {"));
    }

    private static List<String> theirFields() {
        List<String> fields = new ArrayList<>();
        Matcher message = MESSAGE.matcher(theirs);
        while (message.find()) {
            Matcher field = FIELD.matcher(message.group(2));
            while (field.find()) {
                fields.add("%s: %s %s = %s"
                        .formatted(message.group(1), typed(field.group(1)), field.group(2), field.group(3)));
            }
        }
        return fields;
    }

    private static String typed(String type) {
        if (type.startsWith("repeated ")) {
            return "repeated " + typed(type.substring("repeated ".length()));
        }
        boolean scalar = Stream.of("string", "bool", "int32").anyMatch(type::equals);
        return scalar || type.startsWith("map<") ? type : qualified(type);
    }

    private static String qualified(String type) {
        return type.contains(".") ? type : OURS.getPackage() + "." + type;
    }

    private static String describe(FieldDescriptor field) {
        return "%s: %s %s = %d"
                .formatted(field.getContainingType().getName(), type(field), field.getName(), field.getNumber());
    }

    private static String describe(MethodDescriptor method) {
        return method.getName() + " " + method.getInputType().getFullName() + " "
                + (method.isServerStreaming() ? "stream " : "")
                + method.getOutputType().getFullName();
    }

    private static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            return "map<" + type(entry.findFieldByNumber(1)) + ", " + type(entry.findFieldByNumber(2)) + ">";
        }
        String name = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? field.getMessageType().getFullName()
                : field.getType().name().toLowerCase(Locale.ROOT);
        return field.isRepeated() ? "repeated " + name : name;
    }

    private static Path moduleFolder() throws IOException, InterruptedException {
        Process download = new ProcessBuilder(go(), "mod", "download", "-json", MODULE)
                .directory(Path.of("../infra/jaeger").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] answer = download.getInputStream().readAllBytes();
        assertThat(download.waitFor()).as("go mod download " + MODULE).isZero();
        return Path.of(JsonMapper.shared().readTree(answer).get("Dir").asString());
    }

    private static String go() {
        Path usual = Path.of("/usr/local/go/bin/go");
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "go")),
                        Stream.of(usual))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Go is needed to compare with Jaeger's declaration"))
                .toString();
    }
}
