package org.vigie.notice.escalation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.vigie.notice.composition.Gatherings;
import org.vigie.notice.contact.Feedbacks;
import org.vigie.notice.content.Contents;
import org.vigie.notice.delivery.Submissions;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.report.Reports;
import org.vigie.notice.task.Tasks;
import org.vigie.support.copies.Copies;

/** The stores in memory, empty ones for every run, each call of which is a place where something may happen. */
final class SimulatedPorts implements BeanPostProcessor {

    private static final List<Class<?>> STORES = List.of(
            Cases.class,
            Contents.class,
            Reports.class,
            Notices.class,
            Gatherings.class,
            Tasks.class,
            Feedbacks.class,
            Submissions.class,
            Stops.class,
            Copies.class);

    private final Map<String, Object> stored = new HashMap<>();
    private final Map<Object, Object> atHand = new HashMap<>();
    private final SimulatedFaults faults;
    private final SimulatedRelay relay;
    private int atHandAsked;

    SimulatedPorts(SimulatedFaults faults, SimulatedRelay relay) {
        this.faults = faults;
        this.relay = relay;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SlowMail) {
            return relay;
        }
        return STORES.stream()
                .filter(store -> store.isInstance(bean))
                .findFirst()
                .map(store -> between(store, bean, name))
                .orElse(bean);
    }

    private Object between(Class<?> store, Object bean, String name) {
        stored.put(name, bean);
        return Proxy.newProxyInstance(store.getClassLoader(), new Class<?>[] {store}, (_, method, arguments) -> {
            faults.passed();
            try {
                var answer = method.invoke(Objects.requireNonNull(stored.get(name)), arguments);
                faults.passed();
                return method.getName().equals("atHand") ? asItWasLately(arguments[0], answer) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** Every other time as it was when this process had it in hand before: another may have stored it since. */
    private Object asItWasLately(Object caseId, Object now) {
        var before = Objects.requireNonNullElse(atHand.put(caseId, now), now);
        return atHandAsked++ % 2 == 0 ? now : before;
    }

    /** Nothing was ever stored. */
    void empty() {
        atHand.clear();
        atHandAsked = 0;
        stored.replaceAll((_, old) -> fresh(old.getClass()));
    }

    private static Object fresh(Class<?> store) {
        try {
            var constructor = store.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
