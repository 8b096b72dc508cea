package org.vigie.availability.watch;

import java.util.List;
import org.springframework.stereotype.Service;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.Probe;

/** Checks a URL as often as it takes to know what one check can know. Changes nothing of any watch. */
@Service
public class CheckUrl {

    private final Probe probe;
    private final List<Identity> identities;
    private final Parking parking;
    private final ActionUrls actionUrls;

    CheckUrl(Probe probe, Parking parking, Identities identities) {
        this.probe = probe;
        this.parking = parking;
        this.identities = identities.all();
        this.actionUrls = new ActionUrls();
    }

    /** Takes as long as its questions take, each at most 90 s. */
    public CheckResult check(Subject subject, Prior prior) {
        return new Assessment(probe, parking, identities, actionUrls, subject, prior).result();
    }

    /** Of how many identities a confirmed removal must have been seen. */
    public int identitiesNeeded() {
        return Math.min(2, identities.size());
    }
}
