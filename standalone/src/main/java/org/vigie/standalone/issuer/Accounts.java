package org.vigie.standalone.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.standalone.issuer.Account.Kind;
import org.vigie.support.settings.OwnerOnlyFiles;

/**
 * Everybody the issuer knows, from a file that is written at the first start, with passwords of its own, and read
 * whenever somebody is asked for.
 */
final class Accounts {

    private static final String HEADING = """
            # Who may sign in here, in an evaluation: kind, user, roles (docs/roles.md), password, name.
            # A person signs in at the desk, a client asks for a token by itself. What is changed here counts at once.
            """;

    private static final String WANTED = """
            person  anna     analyst    %s  Anna (analyst)
            person  bruno    approver   %s  Bruno (approver)
            person  odile    operator   %s  Odile (operator)
            person  aziz     auditor    %s  Aziz (auditor)
            person  petra    publisher  %s  Petra (publisher)
            client  hotline  partner:submit,partner:read  %s  A partner
            client  robot    analyst,operator  %s  A program of ours
            """;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int RANDOM_BYTES = 15;

    private final Path file;

    private Accounts(Path file) {
        this.file = file;
    }

    /** The ones in this file, which is written if it is missing. */
    static Accounts in(Path file) {
        if (Files.notExists(file)) {
            OwnerOnlyFiles.write(
                    file,
                    HEADING
                            + WANTED.lines()
                                    .map(line -> line.formatted(password()) + "\n")
                                    .collect(Collectors.joining()));
        }
        return new Accounts(file);
    }

    Path file() {
        return file;
    }

    /** @throws UncheckedIOException if the file cannot be read */
    List<Account> all() {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(Accounts::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    Optional<Account> find(Kind kind, String id) {
        return all().stream()
                .filter(account -> account.kind() == kind && account.id().equals(id))
                .findFirst();
    }

    /** A line that is none of ours is nobody. */
    private static Stream<Account> read(String line) {
        var words = SPACE.split(line.strip(), 5);
        return Arrays.stream(Kind.values())
                .filter(kind -> words.length == 5
                        && kind.name().toLowerCase(Locale.ROOT).equals(words[0]))
                .map(kind -> new Account(kind, words[1], List.of(words[2].split(",", -1)), words[3], words[4]));
    }

    /** Nobody's yet. */
    static String password() {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
