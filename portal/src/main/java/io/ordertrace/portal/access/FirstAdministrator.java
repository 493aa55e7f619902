package io.ordertrace.portal.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Lets the first administrator in; somebody has to grant the first role. */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccessSettings settings;
    private final RoleAdministration administration;

    FirstAdministrator(AccessSettings settings, RoleAdministration administration) {
        this.settings = settings;
        this.administration = administration;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.firstAdministrator().isBlank()) {
            LOG.info("PORTAL_FIRST_ADMINISTRATOR is not set: no administrator is made");
            return;
        }
        administration.ensureAdministrator(new UserName(settings.firstAdministrator()));
    }
}
