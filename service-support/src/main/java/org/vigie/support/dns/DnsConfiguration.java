package org.vigie.support.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.vigie.support.settings.VigieSettings;
import org.xbill.DNS.ResolverConfig;

/** The resolvers of {@code VIGIE_DNS}, otherwise the system's. Made when first needed: half the services never ask. */
@Configuration(proxyBeanMethods = false)
public class DnsConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int DNS_PORT = 53;

    @Bean
    @Lazy
    Resolvers resolvers(VigieSettings settings) {
        var servers = settings.dns().isEmpty()
                ? ResolverConfig.getCurrentConfig().servers()
                : settings.dns().stream().map(DnsConfiguration::server).toList();
        return new Resolvers(List.copyOf(servers.stream()
                .map(server -> new DnsjavaResolver(server, TIMEOUT))
                .toList()));
    }

    /** A literal address with an optional port, as {@code 127.0.0.1:5300} or {@code [::1]:5300}. */
    static InetSocketAddress server(String text) {
        var bracket = text.lastIndexOf(']');
        var colon = text.lastIndexOf(':');
        var hasPort = colon > bracket && (bracket >= 0 || text.indexOf(':') == colon);
        var host = hasPort ? text.substring(0, colon) : text;
        try {
            var port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : DNS_PORT;
            return new InetSocketAddress(
                    InetAddress.ofLiteral(host.replace("[", "").replace("]", "")), port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("VIGIE_DNS: expected addresses with ports, such as 192.0.2.1:53", e);
        }
    }
}
