package org.vigie.notice.message.mime;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.vigie.notice.message.NoticeFacts;

/** One language: its templates and its words. */
final class Wording {

    private final Properties words;
    private final Template request;
    private final Template retraction;
    private final Template decision;
    private final Template test;

    Wording(Properties words, Template request, Template retraction, Template decision, Template test) {
        this.words = words;
        this.request = request;
        this.retraction = retraction;
        this.decision = decision;
        this.test = test;
    }

    String subject(NoticeFacts facts) {
        var words = new NoticeWords(this.words, facts);
        return words.subject();
    }

    /** One of its words that is about no notice's facts. */
    String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** What each XARF report says in words. */
    String xarfDescription(NoticeFacts facts, List<LegalBasis.Basis> bases) {
        return new NoticeWords(words, facts).xarfDescription(bases);
    }

    /** @param xarfParts how many XARF reports the message carries */
    String text(NoticeFacts facts, List<LegalBasis.Basis> bases, int xarfParts) {
        var template = switch (facts.kind()) {
            case FIRST, REMINDER, ESCALATION, STAYDOWN -> request;
            case RETRACTION -> retraction;
            case DECISION -> decision;
            case TEST -> test;
        };
        return Wrapped.lines(template.execute(new NoticeWords(words, facts).model(bases, xarfParts)));
    }
}
