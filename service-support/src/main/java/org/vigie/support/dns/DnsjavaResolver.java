package org.vigie.support.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.ServerFailedException;

/** A resolver asked through dnsjava. */
final class DnsjavaResolver implements Resolver {

    private final LookupSession session;

    DnsjavaResolver(InetSocketAddress server, Duration timeout) {
        var resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
        this.session = LookupSession.builder().resolver(resolver).build();
    }

    @Override
    public DnsAnswer ask(String host, AddressFamily family) {
        var type = family == AddressFamily.IPV4 ? Type.A : Type.AAAA;
        try {
            var name = Name.fromString(host, Name.root);
            return toAnswer(session.lookupAsync(name, type, DClass.IN)
                    .toCompletableFuture()
                    .join());
        } catch (TextParseException _) {
            // Longer than the system allows (RFC 1035, section 2.3.4): no such name can exist.
            return new DnsAnswer.NoSuchName();
        } catch (CompletionException e) {
            return toFailure(Objects.requireNonNull(e.getCause()));
        }
    }

    @Override
    public List<String> nameServers(String domain) {
        return records(domain, Type.NS, NSRecord.class)
                .map(record -> record.getTarget().toString(true).toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public List<String> texts(String name) {
        return records(name, Type.TXT, TXTRecord.class)
                .map(record -> record.getStringsAsByteArrays().stream()
                        .map(string -> new String(string, StandardCharsets.ISO_8859_1))
                        .collect(Collectors.joining()))
                .toList();
    }

    /** Empty if it could not be found out. */
    private <T extends Record> Stream<T> records(String text, int type, Class<T> of) {
        try {
            var name = Name.fromString(text, Name.root);
            var found = session.lookupAsync(name, type, DClass.IN)
                    .toCompletableFuture()
                    .join();
            return found.getRecords().stream().filter(of::isInstance).map(of::cast);
        } catch (TextParseException | CompletionException _) {
            return Stream.empty();
        }
    }

    private static DnsAnswer toAnswer(LookupResult result) {
        var addresses = new ArrayList<InetAddress>();
        for (Record record : result.getRecords()) {
            switch (record) {
                case ARecord a -> addresses.add(a.getAddress());
                case AAAARecord aaaa -> addresses.add(aaaa.getAddress());
                default -> {} // an alias or a signature on the way
            }
        }
        return addresses.isEmpty() ? new DnsAnswer.NoData() : new DnsAnswer.Found(addresses, aliases(result));
    }

    private static List<String> aliases(LookupResult result) {
        // The library leaves out the last one, at which the addresses are.
        var last = result.getAliases().isEmpty()
                ? Stream.<Name>of()
                : result.getRecords().stream().map(Record::getName);
        return Stream.concat(result.getAliases().stream(), last)
                .map(alias -> alias.toString(true).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static DnsAnswer toFailure(Throwable cause) {
        return switch (cause) {
            case NoSuchDomainException _ -> new DnsAnswer.NoSuchName();
            case NoSuchRRSetException _ -> new DnsAnswer.NoData();
            case ServerFailedException _ -> new DnsAnswer.ServerFailed();
            case LookupFailedException e when e.getCause() instanceof IOException -> new DnsAnswer.TimedOut();
            case LookupFailedException _ -> new DnsAnswer.Refused();
            case IOException _ -> new DnsAnswer.TimedOut();
            default ->
                throw new IllegalStateException(
                        "the resolver failed: " + cause.getClass().getName());
        };
    }
}
