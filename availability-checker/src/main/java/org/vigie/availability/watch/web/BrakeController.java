package org.vigie.availability.watch.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.availability.watch.ReleaseBrake;

/** Lets the brake go over HTTP. */
@RestController
@RequestMapping("/v1/brake/release")
class BrakeController {

    private final ReleaseBrake releaseBrake;

    BrakeController(ReleaseBrake releaseBrake) {
        this.releaseBrake = releaseBrake;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release() {
        releaseBrake.release();
    }
}
