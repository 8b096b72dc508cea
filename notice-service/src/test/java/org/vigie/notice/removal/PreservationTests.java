package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.notice.removal.Settled.Because;
import org.vigie.support.events.EventJson;

/** An order to preserve keeps a case and stops nothing. */
class PreservationTests {

    private static final Hold ORDER = CaseExamples.preservation("order", START, Duration.ofDays(365));

    private final RemovalCase preserved = CaseExamples.notified().byPeople().held(ORDER);

    @Test
    void keepsACaseThatIsTakenBack() {
        var kept = CaseExamples.retracted().byPeople().held(ORDER);

        assertThat(Settled.of(kept)).isEqualTo(new Settled.Not(Because.HELD));
        assertThat(Settled.of(kept.byPeople().released(ORDER.holdId(), CaseExamples.signed("one", LATER))))
                .isEqualTo(Settled.of(CaseExamples.retracted()));
    }

    @Test
    void stopsNothingAndTakesNoTimeFromAProvider() {
        assertThat(preserved.isHeld()).isFalse();
        assertThat(preserved.holds().any()).isTrue();
        assertThat(preserved.holds().probingAllowed()).isTrue();
        assertThat(preserved.holds().time()).isEqualTo(TimeOnHold.NONE);

        var released = preserved.byPeople().released(ORDER.holdId(), CaseExamples.signed("one", LATER));

        assertThat(released.holds()).isEqualTo(Holds.NONE);
        assertThat(released.outcome()).isEqualTo(preserved.outcome());
    }

    @Test
    void staysWhileAnotherHoldComesAndGoes() {
        var stop = CaseExamples.hold("stop", LATER);
        var stopped = preserved.byPeople().held(stop);
        assertThat(stopped.isHeld()).isTrue();
        assertThat(stopped.holds().probingAllowed()).isFalse();

        var goesOn = stopped.byPeople().released(stop.holdId(), CaseExamples.signed("one", LATER.plusSeconds(60)));

        assertThat(goesOn.isHeld()).isFalse();
        assertThat(goesOn.holds().current()).containsExactly(ORDER);
        assertThat(goesOn.holds().time().after(START)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aHoldThatWasStoredBeforeThereWereTwoKindsStops() {
        var stored = EventJson.MAPPER.writeValueAsString(ORDER).replaceFirst("\"kind\":\"PRESERVE\",", "");

        assertThat(EventJson.MAPPER.readValue(stored, Hold.class).kind()).isEqualTo(Hold.Kind.STOP);
    }
}
