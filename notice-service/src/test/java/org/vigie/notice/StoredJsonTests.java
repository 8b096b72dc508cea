package org.vigie.notice;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.events.EventJson;
import org.vigie.testing.StoredJson;

/** What is sealed as JSON in the store is read back by every later build. */
class StoredJsonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.vigie.notice.report.Submission",
                "org.vigie.notice.composition.Letter",
                "org.vigie.notice.content.Verdict",
                "org.vigie.notice.removal.persistence.CaseSecrets$Secrets",
                "org.vigie.notice.delivery.persistence.SubmissionDocument$Words",
                "org.vigie.notice.reply.persistence.ReplyDocument$Words",
                "org.vigie.notice.oversight.persistence.MongoStops$Words",
                "org.vigie.notice.task.persistence.TaskDocument$Words",
                "org.vigie.notice.apikey.ApiKey$Revocation"
            })
    void laterBuildsReadWhatIsStored(String type) throws Exception {
        StoredJson.isKept(EventJson.MAPPER, type);
    }
}
