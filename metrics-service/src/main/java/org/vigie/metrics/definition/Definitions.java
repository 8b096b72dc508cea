package org.vigie.metrics.definition;

import java.util.List;

/** The method: every indicator with its formula, source, unit and caution. */
public final class Definitions {

    /** One more each time a formula changes, or another number is measured. */
    public static final String VERSION = "3";

    private static final String REPORT = "Projet Arachnid, condensed report of 8 June 2021";

    /** In the order in which tables show them. */
    public static final List<Definition> ALL = List.of(
            new Definition(
                    "as_of",
                    "min(asked instant, now, the instant up to which every partition was checked as planned)",
                    "availability-checker's watermark",
                    "instant (UTC)",
                    "What is open is counted up to its last whole hour; a checker that stands still lengthens nothing."),
            new Definition(
                    "images_targeted",
                    "number of targetings: (case, content unit, cycle, provider, role) named in an accepted notice",
                    REPORT + ", Table 1.0",
                    "targetings",
                    "Not detections and not notices. Void targetings are in no number but n_void."),
            new Definition(
                    "notices_sent",
                    "notices accepted or refused by the channel by as_of; each counts in one of the targetings it names",
                    "notice-service",
                    "notices",
                    "One notice can name many images. Those from before their times were recorded count as known now."),
            new Definition(
                    "distinct_content",
                    "number of different contents targeted, by exact hash; by content unit where no hash is known",
                    "domain definition 6.1",
                    "contents",
                    "The same picture with another hash is another content."),
            new Definition(
                    "removal_time_report",
                    "first bad observation of the run that confirmed the removal, minus first handover to any contact of"
                            + " the provider, bounces included, held time taken off; hours rounded up, at least 1; days ="
                            + " hours / 24 rounded up",
                    REPORT + " («adressée»)",
                    "hours, days",
                    "At most one interval between checks too long."),
            new Definition(
                    "removal_time_delivered",
                    "as removal_time_report, from the delivery",
                    "domain definition 6.3",
                    "hours, days",
                    "Without targetings whose notice bounced for good."),
            new Definition(
                    "last_seen",
                    "nearest rank over removed targetings of the time until the content was last seen, 1 hour if never"
                            + " after the handover",
                    "domain definition 6.3",
                    "hours, days",
                    "The lower bound of observed: what was removed went between the two."),
            new Definition(
                    "observed",
                    "nearest rank over removed targetings: the value at rank ceil(p / 100 × n)",
                    REPORT,
                    "hours, days",
                    "Leaves out what is still open, so it is too short where much is."),
            new Definition(
                    "kaplan_meier",
                    "smallest t with S(t) <= 1 - p, open targetings censored at as_of, moved ones when they moved;"
                            + " interval log-log, 95 %",
                    "Kaplan and Meier 1958; Greenwood 1926",
                    "hours, days",
                    "«Not reached» if too few ended. Images of one notice go together: intervals are then too narrow."),
            new Definition(
                    "removed_within",
                    "count: removed within the time; share: cumulative incidence of removal, moves competing",
                    "Aalen and Johansen 1978",
                    "targetings, 0 to 1",
                    "The share takes open targetings into account, the count does not."),
            new Definition(
                    "recidivism_a",
                    "targetings whose content has a targeting at the same provider in another case or an earlier cycle"
                            + " with a strictly earlier first handover, of all whose content has an exact hash; Wilson 95 %",
                    REPORT + ", Table 1.0 and finding 1",
                    "0 to 1",
                    "Items of one delivery never repeat each other; reminders never count."),
            new Definition(
                    "recidivism_b",
                    "distinct contents sighted again at the provider, notified or not, after a confirmed removal there,"
                            + " of all distinct contents targeted there that have an exact hash; Wilson 95 %",
                    REPORT + ", definition of recidivism",
                    "0 to 1",
                    "The report does not say whether its unit is occurrences or distinct images: both are shown."),
            new Definition(
                    "few",
                    "fewer than 20 targetings or fewer than 10 removals",
                    "domain definition 6.10",
                    "yes or no",
                    "Percentiles say little; publications hide them."),
            new Definition(
                    "n_moved",
                    "targetings whose provider is no longer in the chain of the URL",
                    "domain definition 6.5",
                    "targetings",
                    "The content may be up elsewhere."),
            new Definition(
                    "removed_by_outage_class",
                    "of the removed, those seen only as timeouts, server errors or name failures for 72 hours",
                    "domain section 4",
                    "targetings",
                    "An outage can end."),
            new Definition(
                    "oldest_open_hours",
                    "longest time an open targeting was watched by as_of, held time taken off",
                    "domain definition 6.8",
                    "hours",
                    ""),
            new Definition(
                    "exposure_hours",
                    "sum over all targetings of the time the content was reachable after the first handover",
                    "domain definition 6.8",
                    "hours",
                    "Content of one URL counts once for each image."),
            new Definition(
                    "detections",
                    "reports stored, by where the URL was seen and by where it lies",
                    REPORT + ", Figure 1.0",
                    "sightings",
                    "How many are detected depends on where one looks."),
            new Definition(
                    "not_filtered",
                    "by the part of an answer, the filters asked for that it does not follow",
                    "none",
                    "names",
                    "Reports carry neither the provider told nor a time: detections follow stage, category and kind only."),
            new Definition(
                    "not_targeted",
                    "verified content units no notice named, by the first reason that applies",
                    "domain definition 6.2",
                    "content units",
                    "With the targeted units they add up to the verified units."),
            new Definition(
                    "totals, stages, categories, countries, months",
                    "each content unit of a case and cycle once: clock from the earliest handover, a repeat if any of its"
                            + " targetings is one; if it moved away from everybody who was told, its presence says how it"
                            + " ended; country: of the first provider told",
                    "domain definition 6.0",
                    "content units of cases and cycles",
                    "The sum over providers is larger by the escalations."),
            new Definition(
                    "reappearance",
                    "of the cases with a targeting in the row that was removed, the first time at least 30 (180) days before"
                            + " as_of, those whose same URL was reachable again within 30 (180) days; Wilson 95 %",
                    "domain definition 6.7",
                    "0 to 1",
                    "The same content at another URL is recidivism, not reappearance."),
            new Definition(
                    "own_delay",
                    "first report to first verified content; from there to the first notice; ended holds; waiting for a"
                            + " look that could not be had; nearest rank",
                    "domain definition 6.11",
                    "hours, rounded up",
                    "Ours and not the provider's: to be read beside every provider figure. Each case counts once in each row"
                            + " that one of its targetings is in; holds and waiting for a look as known now."),
            new Definition(
                    "archives",
                    "archives targeted, each one whatever it contains; members verified and apparent as reporters counted"
                            + " them; sightings; not removed by as_of",
                    REPORT + ", finding 4",
                    "archives, images, sightings",
                    "Members were not all looked at."),
            new Definition(
                    "hard_bounce_rate",
                    "notices that bounced for good by as_of, of those sent by then; Wilson 95 %",
                    "domain definition 6.9",
                    "0 to 1",
                    ""),
            new Definition(
                    "removed_by",
                    "who seems to have taken down what was removed, as notice-service concluded: own action if it is the"
                            + " provider told, or, where only a role is known, one in the role told; acted by other;"
                            + " not known; and by role",
                    "domain definition 6.9",
                    "targetings",
                    "A guess from what changed, never a proof."),
            new Definition(
                    "answers_measured",
                    "targetings whose answers are known: those first handed over since answers are recorded; void ones"
                            + " left out",
                    "domain definition 6.9",
                    "targetings",
                    "What was targeted before is in none of the following; where nothing is known they are «not measured»,"
                            + " never to be read as 0."),
            new Definition(
                    "complaint_rate",
                    "notices about which a feedback report (RFC 5965) came by as_of, of the notices counted in measured targetings;"
                            + " Wilson 95 %",
                    "domain definition 6.9",
                    "0 to 1",
                    "Few mail servers send such reports. Those from before their times were recorded count as known now."),
            new Definition(
                    "ack_rate",
                    "measured targetings of which a person answered a notice that names them by as_of, in words that could"
                            + " be understood, of all measured ones; Wilson 95 %",
                    "domain definition 6.9",
                    "0 to 1",
                    "Automatic replies, delivery reports and UNPARSED answers are none; proven or not does not matter. An"
                            + " answer says nothing of what was done."),
            new Definition(
                    "ack_time",
                    "first handover to the arrival of the first such answer; hours rounded up, at least 1; nearest rank"
                            + " over answered targetings",
                    "domain definition 6.9",
                    "hours, days",
                    "Held time is not taken off: the provider has the notice. Leaves out what nobody answered."),
            new Definition(
                    "outcomes",
                    "measured targetings by what was answered by as_of; proven: of those, where it is shown that the"
                            + " provider said it",
                    "domain definition 6.9",
                    "targetings",
                    "One with several different answers counts once under each, so that they do not add up. None of them"
                            + " says that anything was removed."),
            new Definition(
                    "disputes",
                    "disputes that began by as_of, each in each targeting it is about, by ground (age, legality, technical)"
                            + " and by what an assessor other than the first decided by then: undecided, upheld (the notice"
                            + " stands), overturned (it was taken back)",
                    "domain definition 6.9",
                    "disputes of targetings",
                    "Only proven answers begin one. Void targetings are counted here: one that is overturned is void."));

    private Definitions() {}
}
