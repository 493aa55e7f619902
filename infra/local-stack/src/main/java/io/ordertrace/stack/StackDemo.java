package io.ordertrace.stack;

import io.ordertrace.stack.demo.Demo;
import io.ordertrace.stack.demo.live.Troubles;
import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.trouble.Switchboard;
import io.ordertrace.stack.trouble.Trouble;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The demo in this stack: as the options want it, with the stack's own addresses and credentials. */
final class StackDemo implements AutoCloseable {

    private final StackOptions options;
    private final Path data;
    private final Consumer<String> say;
    private final Demo demo;
    private Map<String, String> orders = Map.of();

    StackDemo(StackOptions options, Path data, Wiring wiring, Consumer<String> say) {
        this.options = options;
        this.data = data;
        this.say = say;
        Credential user = wiring.brokerUser();
        demo = new Demo(
                options.demo(),
                new Demo.Surroundings(
                        data,
                        wiring.services(),
                        wiring.apiKeys(),
                        new Demo.BrokerLogin(options.ports().amqp(), user.user(), user.password()),
                        wiring.otlpHttp(),
                        wiring.telemetryToken()));
    }

    /** Ids of the sample orders by sort; none before {@link #prepare}. */
    Map<String, String> orders() {
        return orders;
    }

    /**
     * What has to be there before the stack is called ready: the sample orders and the week before.
     *
     * @throws ComponentFailed if the sample orders do not come through
     */
    void prepare() {
        if (options.demo().samples()) {
            orders = StackFile.readOrders(kept()).orElseGet(this::send);
            say.accept("demo orders are there");
        }
        demo.remember(say);
    }

    /** Lets life go on, with a trouble now and then. */
    void live(Switchboard switchboard) {
        demo.live(new Troubles() {
            @Override
            public void on(Mishap mishap) {
                switchboard.on(trouble(mishap));
            }

            @Override
            public void off(Mishap mishap) {
                switchboard.off(trouble(mishap));
            }
        });
    }

    /** What makes a mishap of the plan happen: it has the same name. */
    private static Trouble trouble(Mishap mishap) {
        return Trouble.valueOf(mishap.name());
    }

    @Override
    public void close() {
        demo.close();
    }

    private Map<String, String> send() {
        say.accept("sending demo orders");
        try {
            Map<String, String> sent = demo.sendSamples();
            StackFile.write(kept(), sent);
            return sent;
        } catch (IllegalStateException e) {
            throw new ComponentFailed("demo traffic", String.valueOf(e.getMessage()), e);
        }
    }

    private Path kept() {
        return data.resolve("demo-orders.json");
    }
}
