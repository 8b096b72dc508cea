package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.ClassUtils;

/**
 * Asks every store of a service everything that its ports can ask, and holds that an index of the service serves each
 * query; only what asks for everything reads everything. Needs the store in this JVM, which alone tells.
 */
public final class EveryQueryHasAnIndex {

    private static final Pattern STORES =
            Pattern.compile("org\\.vigie\\.([a-z]+\\.[a-z]+\\.persistence|support\\.(copies|outbox))\\..*");

    private final ApplicationContext context;
    private final List<String> asked = new ArrayList<>();

    private EveryQueryHasAnIndex(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Holds it of all stores of the service.
     *
     * @param methods how many methods of its ports can be asked, at least: fewer would prove nothing
     */
    public static void check(ApplicationContext context, int methods) {
        var check = new EveryQueryHasAnIndex(context);
        var database = context.getBean(MongoTemplate.class).getDb().getName() + ".";
        check.askEverything();
        var unserved = new TreeSet<>(TestMongo.unserved());
        unserved.removeIf(query -> !query.startsWith(database) || query.startsWith(database + "system."));
        assertThat(unserved)
                .as("queries that no index serves, of those of %s", check.asked)
                .isEmpty();
        assertThat(check.asked).hasSizeGreaterThanOrEqualTo(methods);
    }

    private void askEverything() {
        for (var name : context.getBeanDefinitionNames()) {
            var bean = context.getBean(name);
            var type = AopUtils.getTargetClass(bean);
            if (STORES.matcher(type.getName()).matches()) {
                for (var port : ClassUtils.getAllInterfacesForClass(type)) {
                    ask(bean, port);
                }
            }
        }
    }

    private void ask(Object store, Class<?> port) {
        for (var method : port.getMethods()) {
            if (port.getName().startsWith("org.vigie.") && !Modifier.isStatic(method.getModifiers())) {
                var samples = SampleArguments.of(method);
                samples.forEach(arguments -> ask(store, method, arguments));
                if (!samples.isEmpty()) {
                    asked.add(port.getSimpleName() + "." + method.getName());
                }
            }
        }
    }

    /** What it makes of the answer, or of an argument that means nothing, is not asked here. */
    private static void ask(Object store, Method method, @Nullable Object[] arguments) {
        try {
            method.setAccessible(true);
            method.invoke(store, arguments);
        } catch (InvocationTargetException _) {
            // The query was made.
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
