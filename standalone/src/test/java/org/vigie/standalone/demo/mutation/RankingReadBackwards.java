package org.vigie.standalone.demo.mutation;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.support.copies.Copies;

/** The case reads whom to write to from the last tier to the first. */
public final class RankingReadBackwards implements BeanPostProcessor {

    @Override
    @SuppressWarnings("unchecked") // the copies of that name are of chains
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("chainCopies") ? new Backwards((Copies<ChainSnapshot>) bean) : bean;
    }

    private record Backwards(Copies<ChainSnapshot> kept) implements Copies<ChainSnapshot> {

        @Override
        public Optional<ChainSnapshot> find(String id) {
            return kept.find(id).map(Backwards::reversed);
        }

        @Override
        public List<ChainSnapshot> all() {
            return kept.all().stream().map(Backwards::reversed).toList();
        }

        @Override
        public Kept<ChainSnapshot> keep(String id, long version, ChainSnapshot snapshot) {
            return kept.keep(id, version, snapshot);
        }

        private static ChainSnapshot reversed(ChainSnapshot chain) {
            return new ChainSnapshot(
                    chain.caseId(),
                    chain.version(),
                    chain.resolvedAt(),
                    chain.hostKind(),
                    chain.hops(),
                    chain.ranking().reversed(),
                    chain.failures(),
                    chain.probeRule(),
                    chain.shared(),
                    chain.degraded(),
                    chain.reason(),
                    chain.changes(),
                    null);
        }
    }
}
