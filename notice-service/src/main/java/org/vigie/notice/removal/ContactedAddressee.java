package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.vigie.notice.message.NoticeKind;

/**
 * One addressee that was written to in one cycle.
 *
 * @param reference of its first notice, which reminders carry on
 * @param named content units it was told of
 * @param reminders accepted so far
 * @param unverified reminders sent while no look could be had
 * @param notices accepted so far, oldest first
 * @param takenBack content units that turned out not to be illegal and of which the contact was told so, or refused to
 *     hear it, and was not told again
 * @param cameBack of the accepted ones, those that were not delivered after all
 * @param retracted whether the contact was told that all is taken back, or refused to hear it
 */
public record ContactedAddressee(
        int cycle,
        Addressee addressee,
        UUID contactId,
        String reference,
        Instant firstHandoverAt,
        Instant lastHandoverAt,
        List<UUID> named,
        int reminders,
        int unverified,
        List<UUID> notices,
        List<UUID> takenBack,
        List<UUID> cameBack,
        boolean retracted) {

    public ContactedAddressee {
        named = List.copyOf(named);
        notices = List.copyOf(notices);
        takenBack = List.copyOf(takenBack);
        // Absent in what was stored before bounces were read.
        cameBack = List.copyOf(Objects.requireNonNullElse(cameBack, List.of()));
    }

    static ContactedAddressee first(int cycle, Handover handover) {
        return new ContactedAddressee(
                cycle,
                handover.addressee(),
                handover.contactId(),
                handover.reference(),
                handover.at(),
                handover.at(),
                handover.contents(),
                0,
                0,
                List.of(handover.noticeId()),
                List.of(),
                List.of(),
                false);
    }

    /**
     * Written to once more.
     *
     * @param told every name of what the notice names, of which nothing is taken back from now on
     */
    ContactedAddressee again(Handover handover, List<UUID> told) {
        var reminder = handover.kind() == NoticeKind.REMINDER;
        var allNamed = new ArrayList<>(named);
        handover.contents().stream().filter(content -> !named.contains(content)).forEach(allNamed::add);
        var allNotices = new ArrayList<>(notices);
        allNotices.add(handover.noticeId());
        return new ContactedAddressee(
                cycle,
                addressee,
                handover.contactId(),
                reference,
                reachedNobody() ? handover.at() : firstHandoverAt,
                handover.at(),
                allNamed,
                reminder ? reminders + 1 : reminders,
                reminder && !handover.verifiable() ? unverified + 1 : unverified,
                allNotices,
                takenBack.stream().filter(content -> !told.contains(content)).toList(),
                cameBack,
                false);
    }

    /**
     * The notice was not delivered after all. If none was, the addressee knows of nothing, and its time never began.
     */
    ContactedAddressee cameBack(UUID noticeId) {
        if (!notices.contains(noticeId) || cameBack.contains(noticeId)) {
            return this;
        }
        var all = new ArrayList<>(cameBack);
        all.add(noticeId);
        return with(all.containsAll(notices) ? List.of() : named, unverified, takenBack, all, retracted);
    }

    /** Whether every notice to it came back. */
    public boolean reachedNobody() {
        return !notices.isEmpty() && cameBack.containsAll(notices);
    }

    /** A person saw it: sightings stand in for looks anew. */
    ContactedAddressee seenByAPerson() {
        return with(named, 0, takenBack, cameBack, retracted);
    }

    ContactedAddressee withRetraction() {
        return with(named, unverified, takenBack, cameBack, true);
    }

    /** The contact knows that these units are not illegal after all. */
    ContactedAddressee withTakenBack(List<UUID> contents) {
        var all = new ArrayList<>(takenBack);
        contents.stream()
                .filter(content -> named.contains(content) && !all.contains(content))
                .forEach(all::add);
        return with(named, unverified, all, cameBack, retracted);
    }

    private ContactedAddressee with(
            List<UUID> namedNow,
            int unverifiedNow,
            List<UUID> takenBackNow,
            List<UUID> cameBackNow,
            boolean retractedNow) {
        return new ContactedAddressee(
                cycle,
                addressee,
                contactId,
                reference,
                firstHandoverAt,
                lastHandoverAt,
                namedNow,
                reminders,
                unverifiedNow,
                notices,
                takenBackNow,
                cameBackNow,
                retractedNow);
    }
}
