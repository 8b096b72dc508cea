package org.vigie.availability.probe.meters;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Answered;
import org.vigie.availability.probe.Outcome.BehindRedirect;
import org.vigie.availability.probe.Probe;

/** Counts and times, in real time, what the probe asks, by outcome; statuses by their hundreds. */
@Component
class ProbeMeters implements BeanPostProcessor {

    private final ObjectProvider<MeterRegistry> registry;

    ProbeMeters(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Probe probe ? metered(probe) : bean;
    }

    private Probe metered(Probe probe) {
        return ask -> {
            var result = probe.ask(ask);
            registry.getObject()
                    .timer("vigie.looks", "outcome", word(result.outcome()))
                    .record(result.took());
            return result;
        };
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Answered(var answer) -> "HTTP_" + answer.status() / 100 + "XX";
            case BehindRedirect _ -> "BEHIND_REDIRECT";
            case Outcome.NameFailed _,
                    Outcome.RedirectFailed _,
                    Outcome.ConnectionFailed _,
                    Outcome.Broken _,
                    Outcome.LocalFault _,
                    Outcome.NotAsked _ -> outcome.code();
        };
    }
}
