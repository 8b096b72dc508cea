package org.vigie.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.sandbox.names.Zone;
import org.vigie.sandbox.pages.Web;
import org.vigie.sandbox.story.Answer;
import org.vigie.sandbox.story.Moment;
import org.vigie.sandbox.story.Tale;
import org.vigie.sandbox.story.Visit;

/** Plays the tales: names and pages as they are now, given the mails received so far. */
final class Stage implements Zone, Web {

    private final List<Tale> tales;
    private final Map<String, Tale> byName;
    private final Function<String, Map<String, List<Instant>>> mailsNaming;
    private final Clock clock;

    Stage(List<Tale> tales, Function<String, Map<String, List<Instant>>> mailsNaming, Clock clock) {
        this.tales = List.copyOf(tales);
        this.byName = tales.stream()
                .filter(tale -> !tale.site().homes().isEmpty())
                .collect(Collectors.toUnmodifiableMap(tale -> tale.site().name(), Function.identity()));
        this.mailsNaming = mailsNaming;
        this.clock = clock;
    }

    @Override
    public Optional<String> address(String name) {
        return Optional.ofNullable(byName.get(name)).map(tale -> home(tale, now(tale)));
    }

    @Override
    public Set<String> addresses() {
        return tales.stream()
                .flatMap(tale -> tale.site().homes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Answer answer(String address, String host, String path, Visit visit) {
        var tale = byName.get(host);
        if (tale == null) {
            return new Answer(404, "Nobody of that name lives here.");
        }
        var moment = now(tale);
        if (!home(tale, moment).equals(address)) {
            return new Answer(404, "Moved away.");
        }
        return path.equals(tale.site().path())
                ? tale.script().page(tale.site().label(), moment, visit)
                : tale.script().elsewhere(path, moment, visit);
    }

    private Moment now(Tale tale) {
        return new Moment(
                clock.instant(), tale.opened(), mailsNaming.apply(tale.site().label()));
    }

    private static String home(Tale tale, Moment moment) {
        return tale.site().homes().get(tale.script().home(moment));
    }
}
