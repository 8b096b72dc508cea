package org.vigie.notice.desk.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.desk.Shift;

/** How the work goes. */
@RestController
class ShiftController {

    private final Shift shift;
    private final DeskPages pages;

    ShiftController(Shift shift, DeskPages pages) {
        this.shift = shift;
        this.pages = pages;
    }

    @GetMapping("/desk/shift")
    ResponseEntity<String> show(@ModelAttribute(binding = false) Visitor visitor) {
        return DeskAnswer.page(
                pages.filled("shift", visitor, Map.of("days", shift.days(), "waiting", shift.waiting())));
    }
}
