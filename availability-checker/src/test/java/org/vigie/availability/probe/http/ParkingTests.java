package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ParkingList;

/** Signs of parking: the domain's name servers, an alias, a mark in the text. */
class ParkingTests {

    private final DnsFixture dns = new DnsFixture("127.9.6.1");
    private final WebFixture web = WebFixture.at("127.9.6.1").otherwise(WebFixture.content("text/html", "hello"));
    private final ProbeRig rig = new ProbeRig(dns.server());

    @AfterEach
    void stop() throws IOException {
        web.close();
        dns.close();
    }

    @Test
    void knowsADomainByItsNameServers() {
        assertThat(rig.parking().hasItsNameServers(ProbeRig.url("http://www.parked.com/a")))
                .isTrue();
        assertThat(rig.parking().hasItsNameServers(ProbeRig.url("http://www.lively.com/a")))
                .isFalse();
        assertThat(rig.parking().hasItsNameServers(ProbeRig.url("http://127.9.6.1/a")))
                .isFalse();
    }

    @Test
    void knowsAHostByItsAlias() {
        var answer = rig.answer("http://parkedalias.example.com:%d/".formatted(web.port()));

        assertThat(answer.parking()).containsExactly(ParkingSign.ALIAS);
    }

    @Test
    void row58KnowsANameThatAnyOtherNameBesideItIsLike() {
        assertThat(rig.parking().isAnsweredForAnything(ProbeRig.url("http://anything.ws/a"), "qwertyuiopasdfgh"))
                .isTrue();
        assertThat(rig.parking().isAnsweredForAnything(ProbeRig.url("http://anything.ws/a"), "nx"))
                .isFalse();
    }

    @Test
    void knowsAPageByAMarkInItsFirstEightKilobytesOnly() {
        web.on("/near", WebFixture.content("text/html", "<script>Window.Park = 1</script>"));
        web.on("/far", WebFixture.content("text/html", "word ".repeat(2_000) + "window.park = 1"));

        assertThat(text("/near").parking()).isEqualTo(Set.of(ParkingSign.TEXT));
        assertThat(text("/far").parking()).isEmpty();
    }

    @Test
    void refusesAListThatItCannotReadAndNamesTheLine() {
        assertThatThrownBy(() -> ParkingList.of(List.of("version 1", "nonsense x")))
                .hasMessage("parking list, line 2: unknown kind");
        assertThatThrownBy(() -> ParkingList.of(List.of("server")))
                .hasMessage("parking list, line 1: expected a kind and a value");
    }

    private Answer text(String target) {
        var sight = rig.probe().ask(ProbeRig.question(web.url(target)).forText());
        return ((Outcome.Answered) sight.outcome()).answer();
    }
}
