package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.notice.removal.CaseExamples.LATER;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is at hand is changed only while it is the stored version. */
class ChangeCaseTests {

    private final InMemoryCases stored = new InMemoryCases();
    private @Nullable RemovalCase atHand;
    private int read;
    private final ChangeCase change = new ChangeCase(new Forgetful());

    @Test
    void whatIsAtHandIsNotRead() {
        atHand = stored.save(CaseExamples.routed()).orElseThrow();

        var changed = change.changeLast(atHand.caseId(), known -> known.wantsCheck(LATER));

        assertThat(read).isZero();
        assertThat(stored.find(atHand.caseId())).contains(changed);
    }

    /** Another process held it: what is decided on the version before the hold is not stored. */
    @Test
    void whatSomebodyElseStoredSinceIsReadAndDecidedAnew() {
        atHand = stored.save(CaseExamples.routed()).orElseThrow();
        stored.save(atHand.byPeople().held(CaseExamples.hold("other", LATER)));

        var changed = change.changeLast(atHand.caseId(), known -> known.wantsCheck(LATER));

        assertThat(changed.isHeld()).isTrue();
        assertThat(changed.wants().checkAfter()).isEqualTo(LATER);
        assertThat(read).isOne();
    }

    /** Nothing that is stored proves that it is what it was. */
    @Test
    void whatWouldStayAsItIsIsReadFirst() {
        atHand = stored.save(CaseExamples.routed()).orElseThrow();
        var held = stored.save(atHand.byPeople().held(CaseExamples.hold("other", LATER)))
                .orElseThrow();

        assertThat(change.changeLast(atHand.caseId(), known -> known)).isEqualTo(held);
        assertThat(read).isOne();
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertThatThrownBy(() -> change.changeLast(UUID.randomUUID(), known -> known))
                .isInstanceOf(UnknownCase.class);
    }

    /** Cases of which one is at hand as it was. */
    private final class Forgetful extends InMemoryCases {

        @Override
        public synchronized Optional<RemovalCase> find(UUID caseId) {
            read++;
            return stored.find(caseId);
        }

        @Override
        public Optional<RemovalCase> atHand(UUID caseId) {
            return Optional.ofNullable(atHand)
                    .filter(known -> Objects.requireNonNull(known).caseId().equals(caseId));
        }

        @Override
        public synchronized Optional<RemovalCase> save(RemovalCase known) {
            return stored.save(known);
        }
    }
}
