package org.vigie.notice.removal;

import java.util.ArrayList;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.vigie.notice.reference.NameBasedIds;

/** Every reminder that was accepted makes one more targeting of what it names. */
public final class RemindersTarget implements BeanPostProcessor {

    private final BeanFactory beans;

    RemindersTarget(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ChangeCase ? new Generous(beans.getBean(Cases.class)) : bean;
    }

    private static final class Generous extends ChangeCase {

        Generous(Cases cases) {
            super(cases);
        }

        @Override
        public RemovalCase change(UUID caseId, UnaryOperator<RemovalCase> move) {
            return super.change(caseId, before -> targetedByReminders(before, move.apply(before)));
        }

        @Override
        public RemovalCase changeLast(UUID caseId, UnaryOperator<RemovalCase> move) {
            return super.changeLast(caseId, before -> targetedByReminders(before, move.apply(before)));
        }

        private static RemovalCase targetedByReminders(RemovalCase before, RemovalCase after) {
            var targetings = new ArrayList<>(after.outcome().targetings());
            for (var rung : after.pursuit().contacted()) {
                var earlier = before.pursuit()
                        .contacted(rung.addressee())
                        .map(ContactedAddressee::reminders)
                        .orElse(0);
                if (rung.cycle() == after.cycle() && rung.reminders() > earlier) {
                    rung.named().forEach(content -> targetings.add(targeting(content, rung)));
                }
            }
            return after.with(new Outcome(after.presence(), targetings));
        }

        private static Targeting targeting(UUID content, ContactedAddressee rung) {
            var reminder = rung.notices().getLast();
            return new Targeting(
                    NameBasedIds.of("targeting", reminder, content),
                    1,
                    content,
                    rung.cycle(),
                    rung.addressee().providerId(),
                    rung.addressee().role(),
                    rung.lastHandoverAt(),
                    Correspondence.NONE,
                    new End.Open());
        }
    }
}
