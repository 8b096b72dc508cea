package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;

/**
 * One canonical URL and everything we do about it. Immutable: every move returns the next case, and a move that was
 * made already returns the case as it is. The targetings live in it: a case and what it targeted are one write.
 *
 * @param version the stored version this was read at, absent while it was never stored
 */
public record RemovalCase(
        UUID caseId,
        Tokens tokens,
        Evidence evidence,
        Holds holds,
        Pursuit pursuit,
        Outcome outcome,
        Steering steering,
        Waiting waiting,
        History history,
        @Nullable Long version) {

    /** A case nobody reported yet; the first sighting follows. */
    public static RemovalCase opened(UUID caseId, Tokens tokens, Place place, Instant at) {
        return new RemovalCase(
                caseId,
                tokens,
                Evidence.opened(place, at),
                Holds.NONE,
                Pursuit.NOT_BEGUN,
                Outcome.UNKNOWN,
                Steering.NONE,
                new Waiting(Wants.NOTHING, CheckDelay.NEVER, at, false),
                History.EMPTY,
                null);
    }

    /** What reports and assessors make of it. */
    public ByReports byReports() {
        return new ByReports(this);
    }

    /** What reports that are taken back make of it. */
    public ByWithdrawals byWithdrawals() {
        return new ByWithdrawals(this);
    }

    /** What reports that are corrected make of it. */
    public ByCorrections byCorrections() {
        return new ByCorrections(this);
    }

    /** What checks make of it. */
    public ByChecks byChecks() {
        return new ByChecks(this);
    }

    /** What chains make of it. */
    public ByChain byChain() {
        return new ByChain(this);
    }

    /** What notices make of it. */
    public ByNotices byNotices() {
        return new ByNotices(this);
    }

    /** What people make of it. */
    public ByPeople byPeople() {
        return new ByPeople(this);
    }

    /** What answers to notices make of it. */
    public ByAnswers byAnswers() {
        return new ByAnswers(this);
    }

    /** What is left of it when its time is over. */
    public ByErasure byErasure() {
        return new ByErasure(this);
    }

    /** When it was erased, empty unless it is. */
    public Optional<Instant> erasedAt() {
        return evidence.place().wasErased() ? history.last(CaseEvent.What.ERASED) : Optional.empty();
    }

    public int cycle() {
        return pursuit.cycle();
    }

    public CaseStage stage() {
        return pursuit.stage();
    }

    public Route route() {
        return pursuit.route();
    }

    /** The notice that is wanted and not settled, absent without any. */
    public @Nullable PendingNotice pending() {
        return pursuit.pending();
    }

    public List<ContentUnit> contents() {
        return evidence.contents();
    }

    public Presence presence() {
        return outcome.presence();
    }

    public Wants wants() {
        return waiting.wants();
    }

    public boolean isHeld() {
        return holds.stop();
    }

    /** Whether it cannot go on because no notice can be written: a person has to find a contact. */
    public boolean isUnwritable() {
        return pursuit.isUnwritable() && !presence().isDown() && !isHeld();
    }

    /** Verified units that the addressee was not told of in this cycle. */
    public List<ContentUnit> untold(Addressee addressee) {
        var named = pursuit.contacted(addressee).map(ContactedAddressee::named).orElse(List.of());
        return evidence.verified().stream()
                .filter(unit -> named.stream().noneMatch(unit::isCalled))
                .toList();
    }

    /** What a contact was ever told of and not yet told to forget. */
    public List<ContentUnit> toldTo(UUID contactId) {
        return evidence.called(pursuit.contacted().stream()
                .filter(one -> one.contactId().equals(contactId) && !one.retracted())
                .flatMap(one -> one.named().stream())
                .toList());
    }

    /** What a contact was told of, and is verified. */
    public List<ContentUnit> standingWith(UUID contactId) {
        return toldTo(contactId).stream().filter(ContentUnit::isVerified).toList();
    }

    /** What a contact was told of, is not illegal after all, and was not yet taken back. */
    public List<ContentUnit> toTakeBackFrom(UUID contactId) {
        var takenBack = pursuit.contacted().stream()
                .filter(one -> one.contactId().equals(contactId))
                .flatMap(one -> one.takenBack().stream())
                .toList();
        return toldTo(contactId).stream()
                .filter(unit -> unit.verification() == Verification.NOT_ILLEGAL)
                .filter(unit -> takenBack.stream().noneMatch(unit::isCalled))
                .toList();
    }

    /** Whether a check that was wanted was not had yet. */
    public boolean waitsForWantedCheck() {
        var wanted = wants().checkAfter();
        var last = presence().lastCheckedAt();
        return wanted != null && (last == null || last.isBefore(wanted));
    }

    /** Whether a chain that was wanted is not followed yet. */
    public boolean waitsForWantedChain() {
        var wanted = wants().chainAfter();
        return wanted != null && route().isOlderThan(wanted);
    }

    /** A notice waits for a check, or has it. */
    public RemovalCase waitsForCheck(boolean waits, Instant now) {
        var delay = waiting.delay();
        return with(waiting.with(waits ? delay.begun(now) : delay.over(now)));
    }

    /** A check made from now on is wanted, unless one is wanted already. */
    public RemovalCase wantsCheck(Instant now) {
        return waitsForWantedCheck() ? this : wants(wants().check(now));
    }

    /** A chain made from now on is wanted, unless one is wanted already. */
    public RemovalCase wantsChain(Instant now) {
        return waitsForWantedChain() ? this : wants(wants().chain(now));
    }

    public RemovalCase wants(Wants next) {
        return with(waiting.with(next));
    }

    /** When the next step may be due; absent if only an event can make one. */
    public RemovalCase due(@Nullable Instant at) {
        return with(waiting.until(at));
    }

    /** People are called for how it stands, now or earlier. */
    public RemovalCase callsPeople() {
        return with(waiting.forPeople());
    }

    RemovalCase told(CaseEvent event) {
        return with(history.with(event));
    }

    RemovalCase with(Evidence next) {
        return new RemovalCase(caseId, tokens, next, holds, pursuit, outcome, steering, waiting, history, version);
    }

    RemovalCase with(Holds next) {
        return new RemovalCase(caseId, tokens, evidence, next, pursuit, outcome, steering, waiting, history, version);
    }

    RemovalCase with(Pursuit next) {
        return new RemovalCase(caseId, tokens, evidence, holds, next, outcome, steering, waiting, history, version);
    }

    RemovalCase with(Outcome next) {
        return new RemovalCase(caseId, tokens, evidence, holds, pursuit, next, steering, waiting, history, version);
    }

    RemovalCase with(Steering next) {
        return new RemovalCase(caseId, tokens, evidence, holds, pursuit, outcome, next, waiting, history, version);
    }

    RemovalCase with(Waiting next) {
        return new RemovalCase(caseId, tokens, evidence, holds, pursuit, outcome, steering, next, history, version);
    }

    RemovalCase with(History next) {
        return new RemovalCase(caseId, tokens, evidence, holds, pursuit, outcome, steering, waiting, next, version);
    }

    /** The same, as it was stored. */
    public RemovalCase storedAt(long stored) {
        return new RemovalCase(caseId, tokens, evidence, holds, pursuit, outcome, steering, waiting, history, stored);
    }

    /** Never its place. */
    @Override
    public String toString() {
        return "RemovalCase[%s, %s, version=%s]".formatted(caseId, stage(), version);
    }
}
