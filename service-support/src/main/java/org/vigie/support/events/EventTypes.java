package org.vigie.support.events;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.VantageSnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.intake.Classification;
import org.vigie.events.intake.Detection;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.TargetingSnapshot;

/** Which record each topic holds, and by what it is keyed. */
final class EventTypes {

    private record EventType<T>(Class<T> type, Function<T, Object> key) {

        boolean isKeyOf(Object event, String key) {
            return this.key.apply(type.cast(event)).toString().equalsIgnoreCase(key);
        }
    }

    private static final Map<String, EventType<?>> ALL = Map.ofEntries(
            Map.entry(Topics.DETECTIONS, new EventType<>(Detection.class, Detection::detectionId)),
            Map.entry(Topics.CLASSIFICATIONS, new EventType<>(Classification.class, Classification::classificationId)),
            Map.entry(Topics.CASES, new EventType<>(CaseSnapshot.class, CaseSnapshot::caseId)),
            Map.entry(Topics.LOCATIONS, new EventType<>(LocationSnapshot.class, LocationSnapshot::caseId)),
            Map.entry(Topics.CHAINS, new EventType<>(ChainSnapshot.class, ChainSnapshot::caseId)),
            Map.entry(Topics.AVAILABILITY, new EventType<>(AvailabilitySnapshot.class, AvailabilitySnapshot::caseId)),
            Map.entry(
                    Topics.VANTAGES,
                    new EventType<>(VantageSnapshot.class, event -> event.caseId() + "/" + event.vantage())),
            Map.entry(Topics.WATERMARKS, new EventType<>(Watermark.class, Watermark::partition)),
            Map.entry(Topics.TARGETINGS, new EventType<>(TargetingSnapshot.class, TargetingSnapshot::targetingId)),
            Map.entry(Topics.PROVIDERS, new EventType<>(ProviderSnapshot.class, ProviderSnapshot::providerId)),
            Map.entry(
                    Topics.CONTACT_FEEDBACK,
                    new EventType<>(ContactFeedbackSnapshot.class, ContactFeedbackSnapshot::contactId)));

    private EventTypes() {}

    static Class<?> of(String topic) {
        return known(topic).type();
    }

    static Iterable<Class<?>> all() {
        return ALL.values().stream().<Class<?>>map(EventType::type).toList();
    }

    /** Whether a record with the key may hold the event. */
    static boolean isKeyOf(String topic, Object event, @Nullable String key) {
        return key != null && known(topic).isKeyOf(event, key);
    }

    private static EventType<?> known(String topic) {
        var known = ALL.get(topic);
        if (known == null) {
            throw new IllegalArgumentException("no event is known of the topic " + topic);
        }
        return known;
    }
}
