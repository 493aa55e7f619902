package io.ordertrace.portal.access;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of granting and revoking. The portal is never left without a permanent administrator. */
@Service
class RoleAdministration {

    private static final Logger LOG = LoggerFactory.getLogger(RoleAdministration.class);

    private final RoleGrants grants;

    RoleAdministration(RoleGrants grants) {
        this.grants = grants;
    }

    List<RoleGrant> live() {
        return grants.live();
    }

    /** @throws AccessRefused when the person holds the role already */
    @Transactional
    void grant(NewGrant grant) {
        grants.closeExpired(grant.user(), grant.role());
        try {
            grants.add(grant);
        } catch (DuplicateKeyException held) {
            throw new AccessRefused(AccessRefused.Reason.ALREADY_HELD);
        }
        LOG.info("{} granted {} to {}", grant.grantedBy(), grant.role(), grant.user());
    }

    /**
     * @return the grant that was in force until now
     * @throws AccessRefused when it is no longer in force, or is the last permanent administrator's
     */
    @Transactional
    RoleGrant revoke(long id, String revokedBy) {
        int administrators = grants.lockPermanentAdministrators();
        RoleGrant grant = grants.find(id).orElseThrow(() -> new AccessRefused(AccessRefused.Reason.NOT_HELD));
        if (grant.isPermanentAdministrator() && administrators <= 1) {
            throw new AccessRefused(AccessRefused.Reason.LAST_ADMINISTRATOR);
        }
        if (!grants.revoke(id, revokedBy)) {
            throw new AccessRefused(AccessRefused.Reason.NOT_HELD);
        }
        LOG.info("{} revoked {} from {}", revokedBy, grant.role(), grant.user());
        return grant;
    }

    /** Makes this person administrator if nobody is one for good; afterwards the portal's own grants count. */
    @Transactional
    void ensureAdministrator(UserName first) {
        if (grants.lockPermanentAdministrators() > 0) {
            return;
        }
        grants.live().stream()
                .filter(grant -> grant.user().equals(first) && grant.role() == Role.ADMINISTRATOR)
                .forEach(temporary -> grants.revoke(temporary.id(), "order-trace-portal"));
        grant(new NewGrant(
                first, Role.ADMINISTRATOR, "Первый администратор, из настроек портала", "order-trace-portal", null));
    }
}
