package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.url.Urls.url;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.url.AddressVerdict.NotPublic;
import org.vigie.url.AddressVerdict.Public;

/** IANA special-purpose address registries (RFC 6890) and what translates into them. */
class GlobalAddressesTests {

    private static final GlobalAddresses GLOBAL = new GlobalAddresses(TestNetworks.none(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::127.0.0.1]",
                "[::8.8.8.8]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b:1::7f00:1]",
                "[64:ff9b:1::808:808]",
                "[100::1]",
                "[100:0:0:1::1]",
                "[2001::1]",
                "[2001:0:7f00:1::]",
                "[2001:1ff:ffff::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::]",
                "[2002:808:808::]",
                "[2620:4f:8000::1]",
                "[3fff::1]",
                "[3fff:fff::1]",
                "[5f00::1]",
                "[fc00::1]",
                "[fdff::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[4000::1]",
                "[1fff::1]"
            })
    void refusesWhatIsNotGlobal(String host) {
        assertThat(GLOBAL.vet(address(host))).isInstanceOf(NotPublic.class);
        assertThat(GLOBAL.isPublic(address(host))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "[2001:200::1]",
                "[2001:db7::1]",
                "[2001:db9::1]",
                "[2003::1]",
                "[2606:4700::1111]",
                "[2620:4f:8001::1]",
                "[3ffe::1]",
                "[::ffff:8.8.8.8]",
                "[64:ff9b::8.8.8.8]"
            })
    void letsTheGlobalPass(String host) {
        assertThat(GLOBAL.vet(address(host))).isEqualTo(new Public());
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.0.0.0/8",
        "[::ffff:10.1.2.3], 10.0.0.0/8",
        "[64:ff9b::a9fe:a9fe], 169.254.0.0/16",
        "[fe80::1], fe80::/10",
        "[4000::1], outside 2000::/3",
    })
    void namesTheRangeAndNotTheAddress(String host, String because) {
        assertThat(GLOBAL.vet(address(host))).isEqualTo(new NotPublic(because));
    }

    @Test
    void refusesItsOwnAddresses() {
        var own = address("8.8.8.8");

        assertThat(new GlobalAddresses(TestNetworks.none(), List.of(own)).vet(own))
                .isEqualTo(new NotPublic("own address"));
        assertThat(GlobalAddresses.onThisMachine(TestNetworks.none()).isPublic(InetAddress.getLoopbackAddress()))
                .isFalse();
    }

    @Test
    void takesTestNetworksForPublic() {
        var networks = TestNetworks.parse("127.0.0.0/8, 2001:db8::/32");
        var global = GlobalAddresses.onThisMachine(networks);

        assertThat(global.isPublic(address("127.0.0.1"))).isTrue();
        assertThat(global.isPublic(address("[2001:db8::1]"))).isTrue();
        assertThat(global.isPublic(address("10.0.0.1"))).isFalse();
        assertThat(global.isPublic(address("[::1]"))).isFalse();
        assertThat(global.isPublic(address("[64:ff9b::127.0.0.1]"))).isFalse();
        assertThat(networks.containAll(List.of(address("127.0.0.1"), address("127.0.0.2"))))
                .isTrue();
        assertThat(networks.containAll(List.of(address("127.0.0.1"), address("10.0.0.2"))))
                .isFalse();
        assertThat(networks.containAll(List.of())).isFalse();
    }

    private static InetAddress address(String host) {
        return switch (url("http://" + host + "/").host()) {
            case Host.Ipv4 ipv4 -> ipv4.address();
            case Host.Ipv6 ipv6 -> ipv6.address();
            case Host.Domain _ -> throw new AssertionError("not an address: " + host);
        };
    }
}
