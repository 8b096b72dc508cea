package org.vigie.notice.task.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;

/**
 * How many tasks are open, by kind: one of {@code hold_expires_soon} is an alert, one of {@code hold_expired} pages
 * somebody.
 */
@Component
class TaskMeters implements MeterBinder {

    private final Tasks tasks;

    TaskMeters(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var kind : TaskKind.values()) {
            Gauge.builder("vigie.tasks.open", tasks, open -> open.countOpen(kind))
                    .description("what waits for a person")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
