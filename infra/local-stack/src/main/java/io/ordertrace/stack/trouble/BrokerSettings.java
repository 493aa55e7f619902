package io.ordertrace.stack.trouble;

import java.util.ArrayList;
import java.util.List;

/** What can be done to the broker through its own command: settings that RabbitMQ has and no other broker. */
final class BrokerSettings {

    private static final String WATERMARK = "set_vm_memory_high_watermark";
    private static final String USUAL_WATERMARK = "0.4";
    private static final String POLICY = "trouble";

    private final Premises.BrokerCommand control;

    BrokerSettings(Premises.BrokerCommand control) {
        this.control = control;
    }

    /** The broker takes its memory for full and stops reading from everybody who publishes. */
    Fault blocked() {
        return new Fault() {
            @Override
            public void start() {
                control.run(List.of(WATERMARK, "0"));
            }

            @Override
            public void stop() {
                control.run(List.of(WATERMARK, USUAL_WATERMARK));
            }

            @Override
            public void abandon() {
                // The broker forgets it with its process.
            }
        };
    }

    /** The queues are full: the broker refuses each message, tells the publisher so, and puts it among the dead ones. */
    Fault rejecting() {
        return new Fault() {
            @Override
            public void start() {
                control.run(List.of(
                        "set_policy",
                        "--apply-to",
                        "queues",
                        POLICY,
                        "^(" + String.join("|", OrderMail.QUEUES) + ")$",
                        "{\"max-length\":0,\"overflow\":\"reject-publish-dlx\"}"));
            }

            @Override
            public void stop() {
                if (control.run(List.of("list_policies", "--quiet")).contains(POLICY)) {
                    control.run(List.of("clear_policy", POLICY));
                }
            }
        };
    }

    /** No queue gets anything from the exchange any more: the broker returns each message to its publisher. */
    Fault returning(BrokerLink link) {
        return new Fault() {
            private final List<String[]> bindings = new ArrayList<>();

            @Override
            public void start() throws Exception {
                if (bindings.isEmpty()) {
                    bindings.addAll(bindings());
                    link.with(channel -> {
                        for (String[] binding : bindings) {
                            channel.queueUnbind(binding[0], OrderMail.EXCHANGE, binding[1]);
                        }
                    });
                }
            }

            @Override
            public void stop() throws Exception {
                link.with(channel -> {
                    for (String[] binding : bindings) {
                        channel.queueBind(binding[0], OrderMail.EXCHANGE, binding[1]);
                    }
                });
                bindings.clear();
            }
        };
    }

    /** Queue and routing key of each binding to the exchange of orders. */
    private List<String[]> bindings() {
        String output =
                control.run(List.of("list_bindings", "--quiet", "source_name", "destination_name", "routing_key"));
        return output.lines()
                .map(line -> line.split("\t"))
                .filter(fields -> fields.length == 3 && fields[0].equals(OrderMail.EXCHANGE))
                .map(fields -> new String[] {fields[1], fields[2]})
                .toList();
    }
}
