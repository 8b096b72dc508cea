package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.composition.Gatherings;
import org.vigie.notice.composition.InMemoryGatherings;
import org.vigie.notice.contact.Feedbacks;
import org.vigie.notice.contact.InMemoryFeedbacks;
import org.vigie.notice.content.Contents;
import org.vigie.notice.content.InMemoryContents;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.InMemorySubmissions;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.delivery.Submissions;
import org.vigie.notice.delivery.WebForms;
import org.vigie.notice.dispatch.InMemoryNotices;
import org.vigie.notice.dispatch.InMemoryProofs;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.Proofs;
import org.vigie.notice.dispatch.SendingMeter;
import org.vigie.notice.oversight.InMemoryStops;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.reference.Counters;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.InMemoryCases;
import org.vigie.notice.removal.InMemoryCopies;
import org.vigie.notice.report.InMemoryReports;
import org.vigie.notice.report.Reports;
import org.vigie.notice.task.InMemoryTasks;
import org.vigie.notice.task.Tasks;
import org.vigie.support.copies.Copies;
import org.vigie.support.events.EventJson;
import org.vigie.support.events.EventReader;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.Keysets;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.validation.FieldRules;
import org.vigie.testing.MutableClock;

/**
 * Everything but what stores, schedules, serves and measures, and what tells partners of their reports. No
 * {@code @Configuration}: the service's own scan, which finds the tests beside it, would take it for its own.
 */
@EnableKafka
@EnableConfigurationProperties(VigieSettings.class)
@ComponentScan(
        basePackages = {
            "org.vigie.notice.composition",
            "org.vigie.notice.contact",
            "org.vigie.notice.content",
            "org.vigie.notice.dispatch",
            "org.vigie.notice.escalation",
            "org.vigie.notice.message",
            "org.vigie.notice.oversight",
            "org.vigie.notice.reference",
            "org.vigie.notice.replylink",
            "org.vigie.notice.removal",
            "org.vigie.notice.report",
            "org.vigie.notice.task"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(persistence|scheduling|web|meters)\\..*|.*\\.(InMemoryWiring|FollowedCases|NoteChanges)"))
class InMemoryWiring {

    @Bean
    MutableClock clock() {
        return MutableClock.at(CaseExamples.START);
    }

    @Bean
    FieldRules fieldRules(MutableClock clock) {
        return FieldRules.by(clock);
    }

    @Bean
    EventReader eventReader(MutableClock clock) {
        return new EventReader(clock);
    }

    @Bean
    DueWork dueWork() {
        return new DueWork();
    }

    @Bean
    Keysets keysets(VigieSettings settings) {
        EvaluationKeys.makeMissing(settings.keysDirectory(), List.of("notice-service"));
        return new Keysets(settings.keysDirectory());
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> kafkaListenerContainerFactory() {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                Map.of("group.id", "nobody"), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        factory.setRecordMessageConverter(new ByteArrayJacksonJsonMessageConverter(EventJson.MAPPER));
        factory.setAutoStartup(false);
        return factory;
    }

    @Bean
    NoticeRules noticeRules() {
        return MachineRows.RULES;
    }

    @Bean
    NextStep nextStep(NoticeRules rules) {
        return new NextStep(rules);
    }

    @Bean
    SendingRules sendingRules(Environment environment) {
        var hour = Duration.ofHours(1);
        var dryRun = environment.getProperty("vigie.sending.dry-run", Boolean.class, false);
        var missing = List.of(environment.getProperty("test.missing-settings", String[].class, new String[0]));
        return new SendingRules(missing, dryRun, hour.multipliedBy(24), hour, hour.multipliedBy(120), 2);
    }

    @Bean
    Cases cases() {
        return new InMemoryCases();
    }

    @Bean
    Contents contents() {
        return new InMemoryContents();
    }

    @Bean
    Reports reports() {
        return new InMemoryReports();
    }

    @Bean
    Notices notices() {
        return new InMemoryNotices();
    }

    @Bean
    Proofs proofs() {
        return new InMemoryProofs();
    }

    @Bean
    Gatherings gatherings() {
        return new InMemoryGatherings();
    }

    @Bean
    Tasks tasks() {
        return new InMemoryTasks();
    }

    @Bean
    Feedbacks feedbacks() {
        return new InMemoryFeedbacks();
    }

    @Bean
    Submissions submissions() {
        return new InMemorySubmissions();
    }

    @Bean
    Counters counters() {
        Map<String, Long> counted = new ConcurrentHashMap<>();
        return (series, atLeast, count) ->
                counted.merge(series, atLeast + count - 1, (last, least) -> Math.max(last + count, least)) - count + 1;
    }

    @Bean
    Copies<ChainSnapshot> chainCopies() {
        return new InMemoryCopies<>();
    }

    @Bean
    Copies<ProviderSnapshot> providerCopies() {
        return new InMemoryCopies<>();
    }

    @Bean
    Stops stops() {
        return new InMemoryStops();
    }

    @Bean
    SlowMail mail() {
        return new SlowMail();
    }

    @Bean
    WebForms webForms(Channel mail) {
        return new WebForms(mail);
    }

    @Bean
    SendingMeter sendingMeter() {
        return new SendingMeter() {
            @Override
            public void tried(DeliveryResult result) {}

            @Override
            public void handOverTook(Duration window) {}
        };
    }
}
