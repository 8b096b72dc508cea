package org.vigie.support;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Category;

/** The smallest service there can be. */
@SpringBootApplication
public class ProbeService {

    record Echo(Category category, int someNumber) {}

    @RestController
    static class EchoController {
        @PostMapping("/v1/echo")
        Echo echo(@RequestBody Echo echo) {
            return echo;
        }
    }
}
