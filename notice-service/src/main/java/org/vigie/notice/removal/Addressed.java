package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;

/** Who was written to about a case, and of what. */
public sealed interface Addressed permits RemovalCase {

    int cycle();

    CaseStage action();

    Presence presence();

    List<Hold> holds();

    List<ContentUnit> contents();

    List<Refused> refused();

    /** Every addressee written to, in every cycle, oldest first. */
    List<ContactedAddressee> rungs();

    default boolean isHeld() {
        return !holds().isEmpty();
    }

    /** Whether it cannot go on because no notice can be written: a person has to find a contact. */
    default boolean isUnwritable() {
        var nobodyIsLeft = action() instanceof CaseStage.Unaddressable || action() instanceof CaseStage.Exhausted;
        return nobodyIsLeft
                && !presence().isDown()
                && !isHeld()
                && (action().equals(new CaseStage.Unaddressable(CaseStage.Unaddressable.NO_WRITABLE_CONTACT))
                        || refused().stream()
                                .anyMatch(one -> one.cycle() == cycle() && Boolean.TRUE.equals(one.unwritable())));
    }

    /** How many addressees were written to in this cycle. */
    default int level() {
        return (int) rungs().stream().filter(rung -> rung.cycle() == cycle()).count();
    }

    /** Who was written to in this cycle, the latest last. */
    default List<ContactedAddressee> rungsOfThisCycle() {
        return rungs().stream().filter(rung -> rung.cycle() == cycle()).toList();
    }

    /** The rung of an addressee in this cycle. */
    default Optional<ContactedAddressee> rungOf(Addressee addressee) {
        return rungsOfThisCycle().stream()
                .filter(rung -> rung.addressee().equals(addressee))
                .findFirst();
    }

    /** When somebody was last written to in this cycle; empty before the first notice. */
    default Optional<Instant> lastHandoverAt() {
        return rungsOfThisCycle().stream().map(ContactedAddressee::lastHandoverAt).max(Comparator.naturalOrder());
    }

    /** Verified units that the addressee was not told of in this cycle. */
    default List<ContentUnit> untold(Addressee addressee) {
        var named = rungOf(addressee).map(ContactedAddressee::named).orElse(List.of());
        return verified().stream()
                .filter(unit -> named.stream().noneMatch(unit::isCalled))
                .toList();
    }

    /** What a contact was ever told of and not yet told to forget. */
    default List<ContentUnit> toldTo(UUID contactId) {
        var named = rungs().stream()
                .filter(rung -> rung.contactId().equals(contactId) && !rung.retracted())
                .flatMap(rung -> rung.named().stream())
                .toList();
        return contents().stream()
                .filter(unit -> named.stream().anyMatch(unit::isCalled))
                .toList();
    }

    /** What a contact was told of, is not illegal after all, and was not yet taken back. */
    default List<ContentUnit> toTakeBackFrom(UUID contactId) {
        var takenBack = rungs().stream()
                .filter(rung -> rung.contactId().equals(contactId))
                .flatMap(rung -> rung.takenBack().stream())
                .toList();
        return toldTo(contactId).stream()
                .filter(unit -> unit.verification() == Verification.NOT_ILLEGAL)
                .filter(unit -> takenBack.stream().noneMatch(unit::isCalled))
                .toList();
    }

    /** Whether every unit of it is not illegal. */
    default boolean isNotIllegal() {
        return CaseContents.areNotIllegal(contents());
    }

    default List<ContentUnit> verified() {
        return contents().stream().filter(ContentUnit::isVerified).toList();
    }
}
