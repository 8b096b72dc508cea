package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.Map;
import org.vigie.events.Role;
import org.vigie.notice.removal.Steering.Authority;

/** When somebody is written to, and when again. All durations are on the one clock. */
public interface NoticeRules {

    /** How old the look behind a first notice or an escalation may be. */
    Duration lookForNotice();

    /** How old the look behind an item of a reminder may be. */
    Duration lookForReminder();

    /** How old the chain behind a first notice or an escalation may be. */
    Duration chainForNotice();

    /** How old a sighting may be that stands in for a look we cannot have. */
    Duration sightingStandsIn();

    /** How many reminders may rest on sightings before a person is asked to look. */
    int unverifiedReminders();

    /** How long first notices to one contact about one host wait for each other. */
    Duration gather();

    /** How long the next ones to the same contact about the same host wait after such a notice. */
    Duration gatherNext();

    /** Between reminders. */
    Duration remindEvery();

    /** Without any answer, reminders get rarer. */
    Duration remindSlowlyAfter();

    /** Between the rarer ones. */
    Duration remindSlowlyEvery();

    /** How long an addressee has. */
    Duration rung();

    /** How long a CDN has. */
    Duration rungCdn();

    /** How long registrars, upstreams and registries have. */
    Duration rungRegistry();

    /** Since the last rung's first notice. */
    Duration exhaustedAfter();

    /** Before a hold's expiry. */
    Duration holdWarning();

    /** Before a hold's expiry, once more. */
    Duration holdLastWarning();

    /** Within what time an assessor other than the first decides about a dispute. */
    Duration dispute();

    /** Whose word is waited for before the first notice to anybody in a country (ISO 3166-1 alpha-2). */
    Map<String, Authority> countries();

    /** How long an addressee in this role has. */
    default Duration rungOf(Role role) {
        return switch (role) {
            case CONTENT_ADMIN, HOST, UNKNOWN -> rung();
            case CDN -> rungCdn();
            case REGISTRAR, UPSTREAM, REGISTRY -> rungRegistry();
        };
    }
}
