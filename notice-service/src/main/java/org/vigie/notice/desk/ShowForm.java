package org.vigie.notice.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.dispatch.FillForm;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.message.ScreenReader;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.Signed;

/** What a person types into a provider's web form. */
@Service
public class ShowForm {

    private final FillForm fillForm;
    private final DecideCase decide;
    private final ScreenReader screen;
    private final Clock clock;

    ShowForm(FillForm fillForm, DecideCase decide, ScreenReader screen, Clock clock) {
        this.fillForm = fillForm;
        this.decide = decide;
        this.screen = screen;
        this.clock = clock;
    }

    /**
     * URLs exact; the timeline of each case says that the person was shown it. Empty if no form waits for the notice.
     */
    public Optional<OnScreen> toFillIn(UUID noticeId, String person) {
        return fillForm.toFillIn(noticeId).map(notice -> {
            var signed = new Signed(person, notice.reference().toString(), clock.instant());
            notice.caseIds().forEach(caseId -> decide.reveal(caseId, signed));
            return screen.exact(ShowNotice.bytes(notice));
        });
    }
}
