package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.Proofs;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Cases;

/** What counts as told can be proved: its cases hear of it only after it is recorded. */
class ProvenTellingTests {

    private final AtomicBoolean diskIsFull = new AtomicBoolean(true);

    @Test
    void casesAreToldOnceItIsRecordedAndNotBefore() {
        var service = new InMemoryService(Map.of(), List.of(fullDisk()));
        var noticeId = StoppedSendingTests.written(service, "a");
        var caseId = notice(service, noticeId).caseIds().getFirst();
        var before = status(service, caseId);

        assertThatThrownBy(() -> service.get(SendNotice.class).send(noticeId)).isInstanceOf(UncheckedIOException.class);
        assertThat(notice(service, noticeId).state())
                .isInstanceOfSatisfying(
                        Sent.class, sent -> assertThat(sent.told()).isFalse());
        assertThat(status(service, caseId)).isEqualTo(before);

        diskIsFull.set(false);
        service.get(SendNotice.class).send(noticeId);

        assertThat(service.get(Proofs.class).find(noticeId)).isPresent();
        assertThat(notice(service, noticeId).state())
                .isInstanceOfSatisfying(
                        Sent.class, sent -> assertThat(sent.told()).isTrue());
        assertThat(status(service, caseId)).isNotEqualTo(before);
        assertThat(service.get(SlowMail.class).delivered()).isEqualTo(1);
    }

    private BeanPostProcessor fullDisk() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Proofs proofs ? new OnFullDisk(proofs) : bean;
            }
        };
    }

    private final class OnFullDisk implements Proofs {

        private final Proofs proofs;

        OnFullDisk(Proofs proofs) {
            this.proofs = proofs;
        }

        @Override
        public void accepted(Notice notice, Instant at) {
            if (diskIsFull.get()) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            proofs.accepted(notice, at);
        }

        @Override
        public Optional<String> find(UUID noticeId) {
            return proofs.find(noticeId);
        }
    }

    private static CaseStatus status(InMemoryService service, UUID caseId) {
        return CaseStatus.of(service.get(Cases.class).find(caseId).orElseThrow());
    }

    private static Notice notice(InMemoryService service, UUID noticeId) {
        return service.get(Notices.class).find(noticeId).orElseThrow();
    }
}
