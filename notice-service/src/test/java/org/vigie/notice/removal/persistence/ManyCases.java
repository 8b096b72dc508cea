package org.vigie.notice.removal.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.notice.removal.CaseExamples;

/** Many cases in the store, as if published long ago. */
public final class ManyCases {

    private static final int AT_ONCE = 1_000;

    private ManyCases() {}

    /** Stores them, received one after the other from {@code first} until {@code last}. */
    public static List<UUID> store(ApplicationContext context, int count, Instant first, Instant last) {
        var mongo = context.getBean(MongoTemplate.class);
        var secrets = context.getBean(CaseSecrets.class);
        var each = Duration.between(first, last).dividedBy(count);
        var ids = new ArrayList<UUID>();
        var documents = new ArrayList<Document>();
        for (int at = 0; at < count; at++) {
            var known = CaseExamples.opened("load-" + at).due(null);
            var received = first.plus(each.multipliedBy(at));
            var document = new Document();
            mongo.getConverter().write(CaseDocument.of(known, secrets, received), document);
            document.append("version", 0L).append("unpublished", false).append("receivedAt", Date.from(received));
            documents.add(document);
            ids.add(known.caseId());
            if (documents.size() == AT_ONCE || at == count - 1) {
                mongo.insert(documents, "cases");
                documents.clear();
            }
        }
        return ids;
    }
}
