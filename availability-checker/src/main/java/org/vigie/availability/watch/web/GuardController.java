package org.vigie.availability.watch.web;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.availability.watch.ReleaseGuard;

/** Lets the guard go over HTTP. */
@RestController
@RequestMapping("/v1/brake/release")
class GuardController {

    private final ReleaseGuard releaseGuard;

    GuardController(ReleaseGuard releaseGuard) {
        this.releaseGuard = releaseGuard;
    }

    @Operation(
            operationId = "releaseBrake",
            summary = "Release the mass-removal guard",
            description =
                    "Removals that the guard held back are confirmed from now on, after a person made sure that our own line and resolvers are well. Idempotent.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release() {
        releaseGuard.release();
    }
}
