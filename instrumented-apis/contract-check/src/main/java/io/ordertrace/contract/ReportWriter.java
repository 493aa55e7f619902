package io.ordertrace.contract;

import java.io.PrintWriter;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report for people or for programs. */
enum ReportWriter {
    TABLE {
        @Override
        void write(Report report, int examples, PrintWriter out) {
            report.services().forEach((name, service) -> {
                out.printf("%s: %d spans%n", Printable.text(name), service.spans());
                service.tallies().forEach((rule, tally) -> {
                    out.printf("  %6d  %-31s %s%n", tally.count(), rule.code(), rule.meaning());
                    tally.examples().stream()
                            .limit(examples)
                            .forEach(example -> out.println("          " + line(example)));
                });
            });
            out.printf(
                    "%d spans of %d services, %d violations%n",
                    report.spans(), report.services().size(), report.violations());
        }
    },

    JSON {
        @Override
        void write(Report report, int examples, PrintWriter out) {
            ObjectNode root = MAPPER.createObjectNode();
            root.put("spans", report.spans()).put("violations", report.violations());
            ArrayNode services = root.putArray("services");
            report.services().forEach((name, service) -> {
                ObjectNode entry =
                        services.addObject().put("name", Printable.text(name)).put("spans", service.spans());
                ArrayNode violations = entry.putArray("violations");
                service.tallies().forEach((rule, tally) -> write(rule, tally, examples, violations.addObject()));
            });
            out.println(MAPPER.writeValueAsString(root));
        }

        private void write(Rule rule, Report.Tally tally, int most, ObjectNode violation) {
            violation.put("rule", rule.code()).put("meaning", rule.meaning()).put("count", tally.count());
            ArrayNode examples = violation.putArray("examples");
            tally.examples().stream()
                    .limit(most)
                    .forEach(example -> examples.addObject()
                            .put("traceId", example.traceId())
                            .put("spanId", example.spanId())
                            .put("detail", Printable.text(example.detail())));
        }
    };

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    abstract void write(Report report, int examples, PrintWriter out);

    /** One violation in one line. */
    static String line(Violation violation) {
        return "trace " + violation.traceId() + " span " + violation.spanId() + ": "
                + Printable.text(violation.detail());
    }
}
