package io.ordertrace.troubles;

import io.ordertrace.outbox.MessageHold;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** Everything of this package, in the profile that asks for it. */
@AutoConfiguration
@Profile("troubles")
@EnableConfigurationProperties(TroublesSettings.class)
@Import({TroublesController.class, FailingPage.class})
public class TroublesAutoConfiguration {

    @Bean
    Troubles troubles() {
        return new Troubles();
    }

    @Bean
    SlowCalls slowCalls(Troubles troubles) {
        return new SlowCalls(troubles);
    }

    @Bean
    FailingChanges failingChanges(Troubles troubles) {
        return new FailingChanges(troubles);
    }

    @Bean
    MessageHold heldMessages(Troubles troubles) {
        return () -> troubles.isOn(Trouble.HOLD_MESSAGES);
    }
}
