package org.vigie.registry;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.vigie.registry.chain.HostNames;
import org.vigie.registry.chain.NameAnswer;
import org.vigie.url.Host;

/** Answers as a test says, and counts what it was asked. */
@TestComponent
@Primary
public class ScriptedNames implements HostNames {

    private final Map<String, NameAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    /** From now on the name has this address and is an alias of these. */
    public void resolvesTo(String name, String address, String... aliases) {
        answers.put(name, new NameAnswer.Found(List.of(InetAddress.ofLiteral(address)), List.of(aliases), List.of()));
    }

    public int askedFor(String name) {
        return asked.getOrDefault(name, new AtomicInteger()).get();
    }

    @Override
    public NameAnswer ask(Host.Domain name) {
        asked.computeIfAbsent(name.withoutDot(), _ -> new AtomicInteger()).incrementAndGet();
        return answers.getOrDefault(name.withoutDot(), new NameAnswer.NoSuchName());
    }
}
