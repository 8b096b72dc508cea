package org.vigie.availability.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.WebUrl;

/** What is asked in one check, by whom and in which manner, and the record of it. */
final class ProbeSession {

    private final Probe probe;
    private final List<Identity> identities;
    private final Subject subject;
    private final Prior prior;
    private final Map<Ask, ProbeResult> asked = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();

    ProbeSession(Probe probe, List<Identity> identities, Subject subject, Prior prior) {
        this.probe = probe;
        this.identities = identities;
        this.subject = subject;
        this.prior = prior;
    }

    /** Checks of one streak are made by turns, so that a failure below HTTP is seen by more than one identity too. */
    Identity first() {
        return identities.get(prior.badChecks() % identities.size());
    }

    List<Identity> others(Identity first) {
        return identities.stream().filter(identity -> !identity.equals(first)).toList();
    }

    /** What is checked: the URL, or where the rule allows only a page, the page that it was found on. */
    WebUrl target() {
        var page = subject.foundOn();
        var byItsPage = subject.rule() == ProbeRule.LANDING_PAGE_ONLY && subject.locator() == Locator.MEDIA;
        return byItsPage && page != null ? page : subject.url();
    }

    /** A URL beside the target that nobody made; empty where there is none that differs from it. */
    Optional<WebUrl> control() {
        return ControlUrl.of(target(), prior.caseId(), prior.checks()).filter(control -> !control.equals(target()));
    }

    /** Another one, to tell what varies between two that do not exist. */
    Optional<WebUrl> anotherControl() {
        return ControlUrl.another(target(), prior.caseId(), prior.checks());
    }

    /** One in another folder, for names that mean nothing. */
    Optional<WebUrl> controlElsewhere() {
        return ControlUrl.elsewhere(target(), prior.caseId(), prior.checks());
    }

    ProbeResult target(Identity identity) {
        return see("url", question(identity));
    }

    ProbeResult targetAt(Identity identity, int address) {
        return see("url at another address", question(identity).byGet().at(address));
    }

    ProbeResult targetByGet(Identity identity) {
        return see("url", question(identity).byGet());
    }

    ProbeResult targetWhole(Identity identity) {
        return see("url", question(identity).forTheWhole());
    }

    ProbeResult targetText(Identity identity) {
        return see("text", question(identity).forText());
    }

    ProbeResult control(Identity identity, WebUrl control) {
        return see("control", question(identity).about(control));
    }

    /** Asked as the item was: what HEAD says of the one is not compared with what GET says of the other. */
    ProbeResult controlOf(Answer item, Identity identity, WebUrl control) {
        return item.byGet() ? controlByGet(identity, control) : control(identity, control);
    }

    ProbeResult controlByGet(Identity identity, WebUrl control) {
        return see("control", question(identity).about(control).byGet());
    }

    ProbeResult controlText(Identity identity, WebUrl control) {
        return see("control text", question(identity).about(control).forText());
    }

    /** The host's root; empty if it has none. */
    Optional<Outcome> root(Identity identity) {
        return ControlUrl.root(target())
                .map(root -> see("root", question(identity).about(root)).outcome());
    }

    /** The same by GET, where that is what is refused. */
    Optional<Outcome> rootByGet(Identity identity) {
        return ControlUrl.root(target())
                .map(root -> see("root", question(identity).about(root).byGet()).outcome());
    }

    private Ask question(Identity identity) {
        var method = subject.rule() == ProbeRule.HEAD_ONLY ? Ask.Method.HEAD_ONLY : Ask.Method.HEAD_THEN_GET;
        var expectsPage = subject.locator() == Locator.PAGE || subject.rule() == ProbeRule.LANDING_PAGE_ONLY;
        return new Ask(target(), subject.referrer(), identity, method, expectsPage, false);
    }

    /** Nothing is asked twice in one check. */
    private ProbeResult see(String what, Ask ask) {
        var known = asked.get(ask);
        if (known != null) {
            return known;
        }
        var result = probe.ask(hasAnswered() ? ask.afterAnAnswer() : ask);
        asked.put(ask, result);
        if (ask.url().equals(target())) {
            told.add(ask.identity().name());
        }
        result.steps().forEach(step -> steps.add("%s as %s: %s".formatted(what, ask.identity(), step)));
        steps.add("%s as %s: %s"
                .formatted(what, ask.identity(), result.outcome().code().toLowerCase(Locale.ROOT)));
        return result;
    }

    /** Whether the host answered a question of this check without turning it away. */
    private boolean hasAnswered() {
        return asked.values().stream()
                .anyMatch(result -> result.outcome() instanceof Outcome.Answered(var answer)
                        && answer.status() != 429
                        && answer.status() != 503);
    }

    /** Says for people why nothing was asked: by this word the URL seems to do something. */
    void notAsked(String deed) {
        steps.add("url: not asked, it seems to do something (%s)".formatted(deed));
    }

    /** Whether a GET may be made. */
    boolean mayGet() {
        return subject.rule() != ProbeRule.HEAD_ONLY;
    }

    /** In the order in which they were made, for people. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    /** Names of the identities that were answered about the target, in their order. */
    Set<String> told() {
        return told;
    }
}
