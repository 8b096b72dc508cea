package org.vigie.support.outbox;

import java.util.List;

/** The records that one version of an aggregate becomes. */
public record Publication(long version, List<Announcement> announcements) {

    public Publication {
        announcements = List.copyOf(announcements);
    }

    public static Publication of(long version, Announcement... announcements) {
        return new Publication(version, List.of(announcements));
    }
}
