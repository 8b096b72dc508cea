package org.vigie.notice.removal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentQueue;
import org.vigie.notice.content.Contents;
import org.vigie.notice.content.SameContent;
import org.vigie.notice.content.Verdict;

/** Has every case say of its contents what is held of them everywhere. Doing it again changes nothing. */
@Service
public class FollowContent {

    private final Contents contents;
    private final SameContent same;
    private final Cases cases;
    private final ChangeCase changeCase;
    private final CaseQueue queue;
    private final ContentQueue contentQueue;
    private final Clock clock;

    FollowContent(
            Contents contents,
            SameContent same,
            Cases cases,
            ChangeCase changeCase,
            CaseQueue queue,
            ContentQueue contentQueue,
            Clock clock) {
        this.contents = contents;
        this.same = same;
        this.cases = cases;
        this.changeCase = changeCase;
        this.queue = queue;
        this.contentQueue = contentQueue;
        this.clock = clock;
    }

    /**
     * Hashes that were reported together are one content.
     *
     * @param said of it, absent if it is only suspected
     * @return what is known of it everywhere
     */
    public Content reported(List<String> tokens, @Nullable Verdict said) {
        return same.join(tokens, said);
    }

    /** Tells every case that carries the token what became of its content, if they have not heard. */
    public void tell(String token) {
        contents.find(token).filter(Content::untold).ifPresent(this::tell);
    }

    private void tell(Content news) {
        var held = news.standing();
        if (news.into() != null && held != null) {
            tell(same.hold(news.into(), held).token());
        }
        cases.withContent(List.of(news.token()), Integer.MAX_VALUE)
                .forEach(caseId -> follow(caseId, news.token(), same.of(news.token())));
        contents.save(news.told()); // unless there is more to tell by now
    }

    /**
     * Sees to it that a case which was just stored says of a content what is held of it now: who told all cases of a
     * change may not have met this one. If others are to hear of the content, they are told soon; of one that only this
     * case has, nobody is.
     *
     * @param known what the case was told when it was changed
     */
    public void heard(UUID caseId, Content known) {
        if (known.untold() && isAlone(caseId, known)) {
            return;
        }
        follow(caseId, known);
        if (known.untold()) {
            contentQueue.tell(known.token());
        }
    }

    /**
     * Whether no other case was left to be told and nothing else is held of the content by now; a case that comes to
     * have it meanwhile sees to itself.
     */
    private boolean isAlone(UUID caseId, Content known) {
        return cases.withContent(List.of(known.token()), 2).equals(List.of(caseId))
                && contents.save(known.told()).isPresent();
    }

    private void follow(UUID caseId, Content known) {
        var now = same.of(known.token());
        if (!now.saysTheSameAs(known)) {
            follow(caseId, known.token(), now);
        }
    }

    private void follow(UUID caseId, String carried, Content content) {
        var at = clock.instant();
        var after = changeCase.change(caseId, known -> known.byReports().agreeing(carried, content, at));
        Optional.ofNullable(after.waiting().nextStepAt()).ifPresent(due -> queue.lookAt(caseId, due));
        follow(caseId, content);
    }
}
