package org.vigie.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolver;
import org.vigie.support.dns.Resolvers;

/** Mail signed with one key, which every zone but {@code *.away.test} has. */
@TestConfiguration
class SignedMail {

    private static final KeyPair KEY = key();

    @Bean
    @Primary
    Resolvers zones() {
        return new Resolvers(List.of(new Resolver() {
            @Override
            public DnsAnswer ask(String host, AddressFamily family) {
                return new DnsAnswer.NoSuchName();
            }

            @Override
            public List<String> nameServers(String domain) {
                return List.of();
            }

            @Override
            public List<String> texts(String name) {
                var encoded = Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
                return name.endsWith(".away.test") ? List.of() : List.of("v=DKIM1; k=rsa; p=" + encoded);
            }
        }));
    }

    /** With a signature before everything else; lines end with line feeds. */
    static String by(String domain, String headers, String message) {
        var template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=s; h=%s; bh=; b=;".formatted(domain, headers);
        try {
            var bytes = message.replace("\n", "\r\n").getBytes(US_ASCII);
            var header = new DKIMSigner(template, KEY.getPrivate()).sign(new ByteArrayInputStream(bytes));
            return header + "\n" + message;
        } catch (java.io.IOException | FailException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
