package org.vigie.notice.message.mime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.events.Category;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.NoticeKind;

/** The facts of one notice in the words of one language, as the templates name them. */
final class NoticeWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What was looked at longer ago is not said to be online. */
    private static final Duration LATELY = Duration.ofHours(24);

    /** Others cannot remove it. */
    private static final Set<Role> HOLD_IT = EnumSet.of(Role.CONTENT_ADMIN, Role.HOST);
    /** They carry what another network serves, and are asked to tell that network and nobody else. */
    private static final Set<Role> PASS_IT_ON = EnumSet.of(Role.CDN, Role.UPSTREAM);
    /** They run a domain name or a line, and cannot tell a file by its hash. */
    private static final Set<Role> SEE_NO_FILES = EnumSet.of(Role.REGISTRAR, Role.UPSTREAM, Role.REGISTRY);

    private final Properties words;
    private final NoticeFacts facts;
    private final ContentWords contents;

    NoticeWords(Properties words, NoticeFacts facts) {
        this.words = words;
        this.facts = facts;
        this.contents = new ContentWords(this::word);
    }

    String subject() {
        var count = facts.items().size();
        return word("subject." + facts.kind() + (facts.kind() == NoticeKind.TEST ? "" : material()))
                .formatted(count, word(count == 1 ? "url.one" : "url.many"));
    }

    /** What a XARF report says in words: that a removal is asked for, by which laws, and what not to do with it. */
    String xarfDescription(List<LegalBasis.Basis> bases) {
        var said = new ArrayList<String>();
        said.add(word("xarf.request.CSAM").formatted(facts.reference()));
        bases.forEach(basis -> said.add(basis.law() + "."));
        said.add(word("xarf.no_image"));
        said.add(notForward());
        return String.join(" ", said);
    }

    Map<String, Object> model(List<LegalBasis.Basis> bases, int xarfParts) {
        var model = new HashMap<String, Object>();
        addSender(model);
        addRecipient(model);
        addContents(model);
        model.put("reference", facts.reference().toString());
        model.put("reply_link", replyLink());
        model.put("deadline", facts.deadline() == null ? List.of() : List.of(time(facts.deadline())));
        model.put(
                "earlier",
                facts.earlier().stream()
                        .map(sent -> sent.reference().toString())
                        .toList());
        model.put("has_earlier", !facts.earlier().isEmpty());
        model.put(
                "bases",
                bases.stream()
                        .map(basis -> Map.of("law", basis.law(), "text", basis.text()))
                        .toList());
        model.put("has_bases", !bases.isEmpty());
        model.put("xarf", xarfParts > 0);
        model.put("table", xarfParts == 0 || facts.recipient().format() != Format.XARF4);
        return model;
    }

    private void addSender(Map<String, Object> model) {
        var sender = facts.sender();
        model.put("organisation", sender.organisation());
        model.put("address", sender.address());
        model.put("capacity", word("capacity." + sender.capacity()));
        model.put("domain", sender.domain());
        model.put("page", Optional.ofNullable(sender.page()).map(List::of).orElse(List.of()));
    }

    /** With what is asked of it. */
    private void addRecipient(Map<String, Object> model) {
        var recipient = facts.recipient();
        model.put("provider", recipient.providerName());
        model.put("role", word("role." + recipient.role()));
        model.put("why", either("why." + recipient.evidence(), "why." + recipient.role()));
        model.put("action", action());
        model.put("opening", opening());
        model.put("mail", !recipient.isForm());
        model.put("how_to_answer", howToAnswer());
        model.put("not_forward", notForward());
    }

    private void addContents(Map<String, Object> model) {
        model.put("has_hashes", !SEE_NO_FILES.contains(facts.recipient().role()) && hasHashes());
        model.put("material", word("material" + material()));
        model.put("count", facts.items().size());
        model.put("urls", word(facts.items().size() == 1 ? "url.one" : "url.many"));
        model.put("csam", names(Category.CSAM));
        model.put(
                "harmful",
                facts.items().stream()
                        .flatMap(item -> item.contents().stream())
                        .anyMatch(content -> content.category() != Category.CSAM));
        model.put("items", items());
    }

    private String opening() {
        var opening = "opening." + facts.kind();
        return HOLD_IT.contains(facts.recipient().role()) ? word(opening) : either(opening + ".OTHER", opening);
    }

    private String action() {
        var recipient = facts.recipient();
        var action = "action." + recipient.role();
        return recipient.host() == null || !passesOn()
                ? word(action)
                : word(action + ".named").formatted(recipient.host());
    }

    private boolean passesOn() {
        return PASS_IT_ON.contains(facts.recipient().role());
    }

    private String notForward() {
        return word(passesOn() ? "forward.PASS_ON" : "forward.OTHER");
    }

    private String howToAnswer() {
        return facts.recipient().isForm()
                ? word("answer.form").formatted(facts.sender().address(), facts.reference())
                : word("answer.mail");
    }

    private List<Map<String, String>> replyLink() {
        var link = facts.replyLink();
        return link == null ? List.of() : List.of(Map.of("url", link.url(), "until", time(link.until())));
    }

    private boolean hasHashes() {
        return facts.items().stream()
                .flatMap(item -> item.contents().stream())
                .anyMatch(content -> !ContentWords.hashes(content).isEmpty());
    }

    private boolean names(Category category) {
        return facts.items().stream()
                .flatMap(item -> item.contents().stream())
                .anyMatch(content -> content.category() == category);
    }

    /** Only what is nowhere called child sexual abuse material gets the milder words. */
    private String material() {
        return names(Category.CSAM) ? ".CSAM" : ".HARMFUL_ABUSIVE";
    }

    private List<Map<String, Object>> items() {
        var items = new ArrayList<Map<String, Object>>();
        for (var item : facts.items()) {
            items.add(Map.of(
                    "number", items.size() + 1,
                    "url", facts.recipient().isForm() ? item.url() : Defanged.url(item.url()),
                    "locator", word("locator." + item.locator()),
                    "addresses", addresses(item),
                    "seen", seen(item),
                    "disputed", disputed(item),
                    "contents", item.contents().stream().map(contents::of).toList()));
        }
        return items;
    }

    /** In the assessor's words, a paragraph on one line. */
    private List<Map<String, Object>> disputed(NoticeItem item) {
        var why = item.whyItStands();
        return why == null
                ? List.of()
                : List.of(Map.of(
                        "ground", word("ground." + why.ground()),
                        "reason", why.reason().lines().map(String::strip).collect(Collectors.joining(" ")),
                        "person_known", why.personKnown()));
    }

    /** One that stands in the URL is not said again. */
    private List<String> addresses(NoticeItem item) {
        var leadsTo = item.leadsTo();
        return leadsTo == null || item.host().contains(leadsTo.addresses().getFirst())
                ? List.of()
                : List.of(word("addresses").formatted(String.join(", ", leadsTo.addresses()), time(leadsTo.at())));
    }

    private String seen(NoticeItem item) {
        var first = time(item.firstSeen());
        if (!item.verifiableByUs()) {
            return word("seen.unverifiable").formatted(first);
        }
        if (item.lastVerifiedUp() == null) {
            return word("seen.first").formatted(first);
        }
        var late = item.lastVerifiedUp().isBefore(facts.createdAt().minus(LATELY));
        return word(late ? "seen.before" : "seen.both").formatted(first, time(item.lastVerifiedUp()));
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private String word(String key) {
        var word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return word;
    }

    /** The words for the first key, or for the second where there are none. */
    private String either(String key, String otherwise) {
        return words.getProperty(key) == null ? word(otherwise) : word(key);
    }
}
