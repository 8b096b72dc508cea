package org.vigie.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Documents read as they are asked for. */
final class StreamCursor extends AbstractCursor {

    private static final int USUAL_PAGE = 1_000;

    private final Iterator<Document> documents;

    StreamCursor(long id, Iterator<Document> documents) {
        super(id);
        this.documents = documents;
    }

    @Override
    public synchronized boolean isEmpty() {
        return !documents.hasNext();
    }

    /** @param most 0 for a page of usual size */
    @Override
    public synchronized List<Document> takeDocuments(int most) {
        var page = new ArrayList<Document>();
        while (page.size() < (most > 0 ? most : USUAL_PAGE) && documents.hasNext()) {
            page.add(documents.next());
        }
        return page;
    }
}
