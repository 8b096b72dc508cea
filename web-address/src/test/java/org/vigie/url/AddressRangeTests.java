package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "100.64.0.0/10, 100.127.255.255, true",
        "100.64.0.0/10, 100.128.0.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, 2001:db8::1, true",
    })
    void containsTheAddressesThatShareItsPrefix(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "10.0/16",
                "010.0.0.0/8",
                "2001:db8::/129",
                "2001:db8::1/32",
                "[2001:db8::]/32",
                "example.com",
                "fe80::%1/64",
                "1.2.3.4/٣"
            })
    void refusesWhatIsNoRange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(AddressRange.parse("10.0.0.0/8"))
                .hasToString("10.0.0.0/8")
                .isEqualTo(AddressRange.parse("10.0.0.0/8"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void hasNoTestNetworksUnlessNamed(@Nullable String value) {
        assertThat(TestNetworks.parse(value)).isEqualTo(TestNetworks.none());
    }

    @Test
    void refusesTestNetworksItCannotRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestNetworks.parse("127.0.0.0/8,"));
    }

    @Test
    void knowsThePortsNoWebClientAsks() {
        assertThat(List.of(0, 1, 22, 25, 587, 6667, 10080)).allMatch(BadPorts::contains);
        assertThat(List.of(80, 443, 8080, 8443, 65535)).noneMatch(BadPorts::contains);
    }
}
