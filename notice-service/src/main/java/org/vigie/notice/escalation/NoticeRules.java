package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.Map;
import org.vigie.events.Role;
import org.vigie.notice.removal.Steering.Authority;

/**
 * When somebody is written to, and when again. All durations are on the one clock.
 *
 * @param lookForNotice how old the look behind a first notice or an escalation may be
 * @param lookForReminder how old the look behind an item of a reminder may be
 * @param chainForNotice how old the chain behind a first notice or an escalation may be
 * @param sightingStandsIn how old a sighting may be that stands in for a look we cannot have
 * @param unverifiedReminders how many reminders may rest on sightings before a person is asked to look
 * @param gather how long first notices to one contact about one host wait for each other
 * @param gatherNext how long the next ones to the same contact about the same host wait after such a notice
 * @param remindEvery between reminders
 * @param remindSlowlyAfter without any answer, reminders get rarer
 * @param remindSlowlyEvery between the rarer ones
 * @param rung how long an addressee has
 * @param rungCdn how long a CDN has
 * @param rungRegistry how long registrars, upstreams and registries have
 * @param exhaustedAfter since the last rung's first notice
 * @param holdWarning before a hold's expiry
 * @param holdLastWarning before a hold's expiry, once more
 * @param dispute within what time an assessor other than the first decides about a dispute
 * @param countries whose word is waited for before the first notice to anybody in a country (ISO 3166-1 alpha-2)
 */
public record NoticeRules(
        Duration lookForNotice,
        Duration lookForReminder,
        Duration chainForNotice,
        Duration sightingStandsIn,
        int unverifiedReminders,
        Duration gather,
        Duration gatherNext,
        Duration remindEvery,
        Duration remindSlowlyAfter,
        Duration remindSlowlyEvery,
        Duration rung,
        Duration rungCdn,
        Duration rungRegistry,
        Duration exhaustedAfter,
        Duration holdWarning,
        Duration holdLastWarning,
        Duration dispute,
        Map<String, Authority> countries) {

    public NoticeRules {
        countries = Map.copyOf(countries);
    }

    Duration rungOf(Role role) {
        return switch (role) {
            case CONTENT_ADMIN, HOST, UNKNOWN -> rung;
            case CDN -> rungCdn;
            case REGISTRAR, UPSTREAM, REGISTRY -> rungRegistry;
        };
    }
}
