package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.notice.composition.AwaitChecks;
import org.vigie.notice.composition.Gathering;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.Attempt.Outcome;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.escalation.DryRun.Resting;
import org.vigie.notice.escalation.Step;
import org.vigie.notice.escalation.Step.AwaitProvider;
import org.vigie.notice.escalation.Step.CallPerson;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.oversight.Stop;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.oversight.WaitsFor.Event;
import org.vigie.notice.oversight.WaitsFor.Held;
import org.vigie.notice.oversight.WaitsFor.Nothing;
import org.vigie.notice.oversight.WaitsFor.Person;
import org.vigie.notice.oversight.WaitsFor.Setting;
import org.vigie.notice.oversight.WaitsFor.Stopped;
import org.vigie.notice.oversight.WaitsFor.What;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/** What a case or a notice waits for, in every state: a pure function. Empty if it is over or due now. */
record WhatItWaitsFor(SendingRules sending, Stop stop, Instant now) {

    /**
     * What a case waits for.
     *
     * @param gathering in which its wish waits, absent if it waits in none
     * @param notice that took its wish, absent if none did
     */
    Optional<WaitsFor> of(Resting resting, @Nullable Gathering gathering, @Nullable Notice notice) {
        var known = resting.known();
        return switch (resting.last()) {
            case Rest rest -> of(rest, resting, () -> wish(known, gathering, notice));
            case AwaitProvider _ -> comes(What.WAITS_FOR_PROVIDER, null);
            case CallPerson(var kind, var until) -> Optional.of(new Person(kind, until));
            case Step.WantCheck _,
                    Step.WantChain _,
                    Step.TakeRoute _,
                    Step.TakeChain _,
                    Step.GiveUp _,
                    Step.Write _,
                    Step.Exhaust _ -> throw new IllegalStateException("a case does not rest on this");
        };
    }

    private Optional<WaitsFor> of(Rest rest, Resting resting, Supplier<Optional<WaitsFor>> wish) {
        var known = resting.known();
        return switch (rest.why()) {
            case HELD -> Optional.of(held(known));
            case NOT_VERIFIED -> Optional.of(unverified(known));
            case NOT_ILLEGAL ->
                known.pursuit().contacted().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Person(TaskKind.RETRACTION, null));
            case RETRACTED, ERASED -> Optional.empty();
            case DISPUTED ->
                Optional.of(
                        known.steering().retraction() == null
                                ? new Person(TaskKind.DISPUTE, resting.by())
                                : new Person(TaskKind.RETRACTION, null));
            case NOT_UP -> known.presence().isSuspect() ? comes(What.CONFIRMING_LOOKS, null) : Optional.empty();
            case NOBODY_TO_TELL -> Optional.of(nobody(resting));
            case NO_RUNG_LEFT -> Optional.of(missingOr(resting, new Nothing("NO_RUNG_LEFT")));
            case NO_CONTACT -> comes(What.NO_CONTACT, rest.until());
            case WAITS_FOR_CHAIN -> comes(What.WAITS_FOR_CHAIN, null);
            case WAITS_FOR_LOOK -> comes(What.WAITS_FOR_LOOK, rest.until());
            case WAITS_FOR_ANSWER -> Optional.of(missingOr(resting, new Event(What.WAITS_FOR_ANSWER, resting.by())));
            case NOTICE_UNDER_WAY -> wish.get();
        };
    }

    /** What a notice waits for, and with it the cases that it names. */
    Optional<WaitsFor> of(Notice notice, List<RemovalCase> named) {
        return switch (notice.state()) {
            case Pending(var at, var _) -> mayNotLeave(notice.addressee()).or(() -> pending(notice, named, at));
            case Claimed claimed -> comes(What.UNDER_WAY, claimed.due().orElse(null));
            case HandedOver handed -> comes(What.UNDER_WAY, handed.due().orElse(null));
            case NoticeState.Uncertain(var _, var settledAt, var _) ->
                mayNotLeave(notice.addressee()).or(() -> comes(What.SETTLING, settledAt));
            case Unresolved _ -> Optional.of(new Person(TaskKind.UNCERTAIN_SEND, null));
            case Sent _, Failed _, NoticeState.Withdrawn _ -> Optional.empty();
        };
    }

    private Optional<WaitsFor> wish(RemovalCase known, @Nullable Gathering gathering, @Nullable Notice notice) {
        if (notice != null) {
            return of(notice, List.of(known));
        }
        return gathering == null
                ? Optional.empty()
                : mayNotLeave(gathering.addressee()).or(() -> gathered(gathering));
    }

    private Optional<WaitsFor> gathered(Gathering gathering) {
        var due = Objects.requireNonNullElse(gathering.due(), now);
        if (gathering.kind() != NoticeKind.REMINDER) {
            return comes(What.GATHERING, due.plus(AwaitChecks.LONGEST_FOR_A_FIRST));
        }
        return now.isBefore(due)
                ? comes(What.DAILY_DIGEST, due)
                : comes(What.LOOKS_OF_THE_DIGEST, due.plus(AwaitChecks.LONGEST_FOR_A_DIGEST));
    }

    private Optional<WaitsFor> mayNotLeave(Addressee addressee) {
        if (!sending.enabled()) {
            return Optional.of(new Setting(sending.missing().getFirst()));
        }
        if (sending.dryRun()) {
            return Optional.of(new Setting("VIGIE_SENDING_DRYRUN"));
        }
        return stop.concerns(addressee.providerId()) ? Optional.of(new Stopped(stop.everything())) : Optional.empty();
    }

    private Optional<WaitsFor> pending(Notice notice, List<RemovalCase> named, Instant at) {
        if (notice.isForAForm()) {
            return Optional.of(new Person(TaskKind.WEB_FORM, null));
        }
        if (!at.isAfter(now)) {
            return Optional.empty();
        }
        if (named.stream().anyMatch(RemovalCase::waitsForWantedChain)) {
            return comes(What.WAITS_FOR_CHAIN, null);
        }
        if (named.stream().anyMatch(RemovalCase::waitsForWantedCheck)) {
            return comes(What.WAITS_FOR_LOOK, null);
        }
        var refused =
                !notice.attempts().isEmpty() && notice.attempts().getLast().outcome() == Outcome.NOT_NOW;
        return comes(refused ? What.RELAY_SAID_NOT_NOW : What.SENDING_LIMITS, at);
    }

    private WaitsFor held(RemovalCase known) {
        var last = known.holds().stoppedUntil().orElseThrow();
        return now.isBefore(last) ? new Held(last) : new Person(TaskKind.HOLD_EXPIRED, null);
    }

    private static WaitsFor unverified(RemovalCase known) {
        return known.contents().stream().anyMatch(unit -> unit.verification() == Verification.SUSPECT)
                ? new Person(TaskKind.CLASSIFY, null)
                : new Nothing("NOT_VERIFIED");
    }

    private static WaitsFor nobody(Resting resting) {
        var reason = resting.known().stage() instanceof Unaddressable(var said) ? said : "NO_USABLE_CONTACT";
        return missingOr(resting, new Nothing(reason));
    }

    private static WaitsFor missingOr(Resting resting, WaitsFor otherwise) {
        return resting.missing() == null ? otherwise : new Person(resting.missing(), otherwise.until());
    }

    private static Optional<WaitsFor> comes(What what, @Nullable Instant until) {
        return Optional.of(new Event(what, until));
    }
}
