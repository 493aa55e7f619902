package io.ordertrace.contract;

import static io.ordertrace.contract.Emitted.change;
import static io.ordertrace.contract.Emitted.set;
import static io.ordertrace.contract.Emitted.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line: what it prints and what a script learns from its exit code. */
class ContractCheckCommandTests {

    private static final String HOSTILE = "\u001b]0;owned\u0007\u001b[31mred\u202e\u009b2J\r\nshop-api: 0 violations";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void isContentWithAServiceThatKeepsTheContract() throws IOException {
        assertThat(run(file(Emitted.by("shop-api", change().build())).toString()))
                .isZero();
        assertThat(out.toString()).contains("shop-api: 1 spans", "0 violations");
    }

    @Test
    void saysWhichServiceBreaksWhatHowOftenAndWhere() throws IOException {
        var wrong = without(change(), "jewelry.order.id").build();
        Path file = file(Emitted.by("mes-api", wrong, wrong, change().build()));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("mes-api: 3 spans")
                .containsPattern(" 2  status-change-without-order-id +a status change does not say of which order")
                .containsPattern("trace [0-9a-f]{32} span [0-9a-f]{16}: order.status_change without jewelry.order.id");
    }

    @Test
    void tellsProgramsTheSameAsJson() throws IOException {
        Path file = file(Emitted.by(
                "mes-api", set(change(), "jewelry.order.status", HOSTILE).build()));
        assertThat(run("--format", "json", file.toString())).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.path("violations").asInt()).isEqualTo(1);
        JsonNode violation = report.path("services").path(0).path("violations").path(0);
        assertThat(violation.path("rule").asString()).isEqualTo("unknown-status");
        assertThat(violation.path("examples").path(0).path("traceId").asString())
                .matches("[0-9a-f]{32}");
        assertThat(out.toString().strip()).matches("[ -~]*");
    }

    @Test
    void letsNoTextOfASpanActOnTheTerminal() throws IOException {
        Path file = file(Emitted.by(
                "shop-api" + HOSTILE,
                set(change(), "jewelry.order.status", HOSTILE, "jewelry.x" + HOSTILE, "y")
                        .setName("x" + HOSTILE)
                        .build()));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString().lines()).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        assertThat(out.toString()).doesNotContain("\u202e").contains("\\u{1b}[31mred");
        assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("shop-api: 0"));
    }

    @Test
    void reportsOnlyTheServicesThatItIsAskedFor() throws IOException {
        Path file =
                file(Emitted.by("mes-api", without(change(), "jewelry.order.id").build()));
        Path other = Files.write(
                folder.resolve("other"),
                Emitted.by("shop-api", change().build()).toByteArray());
        assertThat(run("--service", "shop-api", file.toString(), other.toString()))
                .isZero();
        assertThat(run("--service", "mes-api", file.toString(), other.toString()))
                .isEqualTo(1);
    }

    @Test
    void takesSilenceOfAnAskedServiceForNoProof() throws IOException {
        Path file = file(Emitted.by("shop-api", change().build()));
        assertThat(run("--service", "crm-api", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no span of crm-api in it");
    }

    @Test
    void saysThatAnInputIsOfNoUse() throws IOException {
        assertThat(run(folder.resolve("nowhere\u001b[31m").toString())).isEqualTo(2);
        assertThat(run(Files.writeString(folder.resolve("empty"), "").toString()))
                .isEqualTo(2);
        assertThat(run(Files.writeString(folder.resolve("text"), "hello").toString()))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere", "there is no span in it", "neither JSON nor protobuf", "Usage:");
        assertThat(err.toString()).doesNotContain("\u001b[31m");
    }

    @Test
    void namesViolationsAtOnceWhileItFollowsAFile() throws IOException {
        Path file =
                file(Emitted.by("mes-api", without(change(), "jewelry.order.id").build()));
        assertThat(run("--follow", "1", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("mes-api status-change-without-order-id trace ");
        assertThat(run("--follow", "1", "-")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return ContractCheckCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }

    private Path file(ExportTraceServiceRequest request) throws IOException {
        return Files.write(folder.resolve("spans"), request.toByteArray());
    }
}
