package org.vigie.notice.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.erasure.Trace;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Settled;
import org.vigie.support.audit.Audit;

/**
 * Erases a case whose time is over: first the case, then what others hold about it, and only then it is off the list of
 * those to erase. Any number of processes may do this at the same time; what a crash interrupts is done again.
 */
@Service
public class EraseCase {

    private static final Logger LOG = LoggerFactory.getLogger(EraseCase.class);

    private static final String WHO = "notice-service";
    private static final String CASES = "cases";

    private final Cases cases;
    private final ChangeCase changeCase;
    private final List<Trace> traces;
    private final Erasures erasures;
    private final RetentionRules rules;
    private final Audit audit;
    private final Clock clock;

    EraseCase(
            Cases cases,
            ChangeCase changeCase,
            List<Trace> traces,
            Erasures erasures,
            RetentionRules rules,
            Audit audit,
            Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.traces = List.copyOf(traces);
        this.erasures = erasures;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Cases whose time is over, each due now, at most as many. */
    public Map<UUID, Instant> due(int limit) {
        var now = clock.instant();
        return cases.settledBefore(now.minus(rules.cases()), limit).stream()
                .collect(Collectors.toMap(Function.identity(), _ -> now));
    }

    /** Erases the case if its time is over and nothing keeps it; asked again it does nothing. */
    public void erase(UUID caseId) {
        cases.find(caseId).filter(this::isOver).ifPresent(this::erase);
    }

    private boolean isOver(RemovalCase known) {
        return Settled.of(known)
                .since()
                .filter(clock.instant().minus(rules.cases())::isAfter)
                .isPresent();
    }

    private void erase(RemovalCase known) {
        var caseId = known.caseId();
        var now = clock.instant();
        var isFirst = known.erasedAt().isEmpty();
        if (isFirst) {
            audit.add(WHO, "case erased", about(known));
        }
        var erased = isFirst
                ? changeCase.change(
                        caseId, newest -> isOver(newest) ? newest.byErasure().erased(now) : newest)
                : known;
        var erasedAt = erased.erasedAt();
        if (erasedAt.isEmpty()) {
            return; // somebody was faster: it is kept
        }
        var counts = new TreeMap<String, Long>();
        counts.put(CASES, isFirst ? 1L : 0L);
        traces.forEach(trace -> counts.merge(trace.name(), trace.erase(caseId, erasedAt.get()), Long::sum));
        erasures.count(now, counts);
        cases.nothingLeft(caseId, Objects.requireNonNull(erased.version()));
        LOG.atInfo().addKeyValue("caseId", caseId).log("case erased");
    }

    /** How much was ever erased, by what it is called; zero of what was never. */
    public Map<String, Long> erased() {
        var erased = new TreeMap<String, Long>();
        erased.put(CASES, 0L);
        erased.put(EraseMail.MAIL, 0L);
        traces.forEach(trace -> erased.put(trace.name(), 0L));
        erased.putAll(erasures.all());
        return erased;
    }

    private Map<String, String> about(RemovalCase known) {
        return Map.of(
                "caseId", known.caseId().toString(),
                "settledAt", Settled.of(known).since().orElseThrow().toString(),
                "period", rules.cases().toString());
    }
}
