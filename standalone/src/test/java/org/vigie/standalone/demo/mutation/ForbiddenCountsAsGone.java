package org.vigie.standalone.demo.mutation;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;

/** The checker takes a 403 for a 410 wherever it asks. */
public final class ForbiddenCountsAsGone implements BeanPostProcessor {

    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Probe probe ? (Probe) ask -> mistaken(probe.ask(ask)) : bean;
    }

    private static ProbeResult mistaken(ProbeResult result) {
        return result.outcome() instanceof Outcome.Answered(var answer) && answer.status() == FORBIDDEN
                ? new ProbeResult(
                        new Outcome.Answered(gone(answer)),
                        result.dnsDigest(),
                        result.addresses(),
                        result.server(),
                        result.took(),
                        result.steps())
                : result;
    }

    private static Answer gone(Answer answer) {
        return new Answer(
                GONE,
                answer.byGet(),
                answer.mediaType(),
                answer.length(),
                answer.entityTag(),
                answer.lastModified(),
                answer.retryAfter(),
                answer.gate(),
                answer.text(),
                answer.landing(),
                answer.target(),
                answer.notes(),
                answer.parking());
    }
}
