package org.vigie.availability.watch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Parking;
import org.vigie.url.WebUrl;

/** Whether the name of a URL is parked, by signs; see docs/adr/0028-parking-by-signs.md. */
record Parked(Parking parking, WebUrl url) {

    /** By what the name system says; an image, a film or an archive is never taken for a parking page. */
    boolean byName(Answer answer) {
        var signs = answer.parking();
        var byItsAnswer = signs.contains(ParkingSign.ALIAS) || signs.contains(ParkingSign.ADDRESS);
        return !answer.isMedia() && (byItsAnswer || parking.hasItsNameServers(url));
    }

    /** Both hold a parking service's mark. */
    static boolean byText(Answer item, Answer control) {
        return item.parking().contains(ParkingSign.TEXT) && control.parking().contains(ParkingSign.TEXT);
    }

    /**
     * The name has other addresses than when the content was seen, and any name beside it has them.
     *
     * @param label that no name has
     */
    boolean since(@Nullable Baseline baseline, @Nullable String dns, String label) {
        return baseline != null && !Objects.equals(baseline.dns(), dns) && parking.isAnsweredForAnything(url, label);
    }
}
