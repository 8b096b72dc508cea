package org.vigie.metrics.publication.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figures;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.Publication.Purpose;
import org.vigie.metrics.publication.Publisher;

/** A publication over HTTP; a count that is absent is too small to be shown. Who signed it is for the operator only. */
record PublicationView(
        String period,
        int version,
        Purpose purpose,
        @Nullable Publisher publisher,
        Instant asOf,
        String methodVersion,
        Map<String, Long> offsets,
        boolean approved,
        @Nullable String preparedBy,
        @Nullable String approvedBy,
        Figures figures,
        List<Publication.Answer> answers) {

    static PublicationView of(Publication publication) {
        var approved = publication.approved();
        return view(publication, publication.prepared().by(), approved == null ? null : approved.by());
    }

    /** Without names of persons. */
    static PublicationView open(Publication publication) {
        return view(publication, null, null);
    }

    private static PublicationView view(
            Publication publication, @Nullable String preparedBy, @Nullable String approvedBy) {
        return new PublicationView(
                publication.period().name(),
                publication.version(),
                publication.purpose(),
                publication.publisher(),
                publication.asOf(),
                publication.methodVersion(),
                publication.offsets(),
                publication.approved() != null,
                preparedBy,
                approvedBy,
                publication.figures(),
                publication.answers());
    }
}
