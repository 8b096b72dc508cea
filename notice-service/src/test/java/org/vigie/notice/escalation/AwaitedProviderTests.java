package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.CASE;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.START;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.InMemoryCopies;
import org.vigie.notice.removal.Recurrence;
import org.vigie.support.copies.Copies;
import org.vigie.testing.MutableClock;

/** A case that waits for a provider's copy, which comes just then. */
class AwaitedProviderTests {

    private final InMemoryService service = new InMemoryService();
    private final List<UUID> woken = new ArrayList<>();

    @Test
    void isLookedAtAgainIfTheCopyCameBeforeTheCaseWasStoredAsWaiting() {
        var chains = new InMemoryCopies<ChainSnapshot>();
        chains.keep(CASE.toString(), 1, CaseExamples.chain(1, START, Approval.NOT_NEEDED, HOST));
        assertThat(service.get(Cases.class).save(CaseExamples.verified())).isPresent();

        advance(new RegistryViews(chains, new ComesMeanwhile())).advance(CASE);

        assertThat(service.get(Cases.class).find(CASE).orElseThrow().wants().provider())
                .isEqualTo(HOST.providerId());
        assertThat(woken).contains(CASE);
    }

    private AdvanceCase advance(RegistryViews registry) {
        var nextStep = service.get(NextStep.class);
        return new AdvanceCase(
                service.get(ChangeCase.class),
                new DryRun(registry, nextStep, service.get(MutableClock.class)),
                nextStep,
                service.get(Recurrence.class),
                service.get(OutgoingNotices.class),
                service.get(CallPeople.class),
                (caseId, _) -> woken.add(caseId));
    }

    /** Copies of which one is kept right after it was missed. */
    private static final class ComesMeanwhile implements Copies<ProviderSnapshot> {

        private final InMemoryCopies<ProviderSnapshot> kept = new InMemoryCopies<>();

        @Override
        public Optional<ProviderSnapshot> find(String id) {
            var found = kept.find(id);
            keep(id, 1, CaseExamples.provider(HOST, Health.OK));
            return found;
        }

        @Override
        public List<ProviderSnapshot> all() {
            return kept.all();
        }

        @Override
        public Kept<ProviderSnapshot> keep(String id, long version, ProviderSnapshot snapshot) {
            return kept.keep(id, version, snapshot);
        }
    }
}
