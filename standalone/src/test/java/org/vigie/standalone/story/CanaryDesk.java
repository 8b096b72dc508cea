package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.standalone.story.RunningVigie.NOTICE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.vigie.standalone.canary.Artefact;
import org.vigie.standalone.canary.Artefact.Kind;
import org.vigie.standalone.issuer.Browser;
import tools.jackson.databind.JsonNode;

/** Somebody signs in and looks at cases, which show URLs defanged, and goes where nothing is. */
final class CanaryDesk {

    private final UpProcess vigie;
    private final Consumer<Artefact> read;
    private final Browser browser = new Browser();

    CanaryDesk(UpProcess vigie, Consumer<Artefact> read) {
        this.vigie = vigie;
        this.read = read;
    }

    void play(Path data) throws IOException {
        var desk = vigie.said("desk").replace(",", "");
        var first = browser.submit(browser.get(desk), Map.of("username", "anna", "password", password(data)), null);
        assertThat(first.status()).isEqualTo(200);
        for (JsonNode one : vigie.get(NOTICE, "/v1/cases").json().path("cases")) {
            browser.get(desk + "/cases/" + one.path("case_id").asString());
        }
        browser.get(desk + "/search?q=" + Planted.SEARCHED_FOR.word());
        var nowhere = browser.get(desk + "/" + Planted.SEARCHED_FOR.word());
        read.accept(new Artefact(Kind.ANSWERS, "desk", nowhere.body().getBytes(UTF_8)));
        browser.keeps().forEach(kept -> read.accept(new Artefact(Kind.BROWSER, "kept", kept.getBytes(UTF_8))));
    }

    private static String password(Path data) throws IOException {
        return Files.readAllLines(data.resolve("people.txt")).stream()
                .map(line -> line.split("\\s+", 5))
                .filter(words -> words.length > 3 && words[1].equals("anna"))
                .map(words -> words[3])
                .findFirst()
                .orElseThrow();
    }
}
