package org.vigie.notice.stop;

/** The one kill switch; read before every hand-over, so that it holds at once and survives a restart. */
public interface Stops {

    Stop now();

    void save(Stop stop);
}
