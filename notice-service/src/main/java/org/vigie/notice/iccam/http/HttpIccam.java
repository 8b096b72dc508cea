package org.vigie.notice.iccam.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.notice.iccam.ActionReason;
import org.vigie.notice.iccam.Answer;
import org.vigie.notice.iccam.Answer.Done;
import org.vigie.notice.iccam.Content;
import org.vigie.notice.iccam.Deed;
import org.vigie.notice.iccam.Deed.Act;
import org.vigie.notice.iccam.Deed.Assess;
import org.vigie.notice.iccam.Iccam;

/** The paths and fields of ICCAM's interface, version 3, as docs/iccam.md has them. */
@Component
class HttpIccam implements Iccam {

    private static final int GENDER_NOT_DETERMINED = 1;

    private final Wire wire;
    private final IccamSettings settings;

    HttpIccam(Wire wire, IccamSettings settings) {
        this.wire = wire;
        this.settings = settings;
    }

    @Override
    public Answer<List<Listed>> withoutReference(int most, @Nullable Instant from) {
        var since = from == null ? "" : "&countryAssignmentStartDate=" + encoded(written(from));
        return wire.ask("GET", "rest/Content/no-reference?maxResults=%d%s".formatted(most, since), null, Read::listed);
    }

    @Override
    public Answer<Content> content(long contentId) {
        return wire.ask("GET", "rest/Content/%d".formatted(contentId), null, Read::content);
    }

    @Override
    public Answer<About> report(long reportId) {
        return wire.ask("GET", "rest/Reports/%d".formatted(reportId), null, Read::about);
    }

    @Override
    public Answer<Done> reference(long contentId, String reference) {
        var path = "rest/Content/%d/hotline-reference?reference=%s".formatted(contentId, encoded(reference));
        return wire.ask("PUT", path, null, _ -> Done.DONE);
    }

    @Override
    public Answer<Done> tell(long contentId, Deed deed) {
        return switch (deed) {
            case Assess assess ->
                wire.ask(
                        "PUT",
                        "rest/Content/%d/assessment".formatted(contentId),
                        Map.of(
                                "assessingAnalystName",
                                settings.user(),
                                "classification",
                                assess.classified().number(),
                                "ageCategorization",
                                assess.age().number(),
                                "genderCategorization",
                                GENDER_NOT_DETERMINED),
                        _ -> Done.DONE);
            case Act act ->
                wire.ask("POST", "rest/Content/%d/actions".formatted(contentId), action(act), _ -> Done.DONE);
        };
    }

    private Map<String, Object> action(Act act) {
        var action = new LinkedHashMap<String, Object>();
        action.put("actionType", act.type().number());
        action.put("actioningAnalystName", settings.user());
        action.put("actionDate", written(act.at()));
        ActionReason reason = act.reason();
        if (reason != null) {
            action.put("reasonId", reason.number());
            action.put("reasonText", reason.word());
        }
        return action;
    }

    /** In UTC, to the second. */
    private static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
