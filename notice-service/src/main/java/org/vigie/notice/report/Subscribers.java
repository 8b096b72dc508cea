package org.vigie.notice.report;

/** Whoever passes changes on. Telling is for speed: they read what they were not told of by themselves. */
public interface Subscribers {

    void changed(ReportChange change);
}
