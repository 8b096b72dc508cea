package org.vigie.support.access;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.vigie.support.Person;

/** Knows the principals of an issuer by their access tokens: people and services of ours, and partners. */
final class Principals implements AuthenticationProvider {

    private static final int LONGEST_NAME = 100;

    /** What would make one name look like another, or like two lines. */
    private static final Set<Byte> UNSEEN =
            Set.of(Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);

    private final IssuerTokens tokens;
    private final String rolesClaim;
    private final String partnerClaim;

    Principals(IssuerTokens tokens, String rolesClaim, String partnerClaim) {
        this.tokens = tokens;
        this.rolesClaim = rolesClaim;
        this.partnerClaim = partnerClaim;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        try {
            return known(tokens.read(((BearerTokenAuthenticationToken) asked).getToken()));
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("not a token of the issuer for this audience", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Who has a partner's role is that partner and nothing more; nobody has it without saying which partner. */
    private Authentication known(Jwt token) {
        var roles = roles(token);
        var ofPartners = roles.stream().filter(CallerRole::isOfPartners).collect(Collectors.toUnmodifiableSet());
        if (ofPartners.isEmpty()) {
            return authenticated(new Caller.Principal(person(token)), roles);
        }
        return partner(token)
                .map(partner -> authenticated(partner, ofPartners))
                .orElseGet(() -> authenticated(new Caller.Principal(person(token)), Set.of()));
    }

    private static Authentication authenticated(Caller caller, Set<CallerRole> roles) {
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, roles);
    }

    private Optional<Partner> partner(Jwt token) {
        return claim(token.getClaims(), partnerClaim) instanceof String id
                ? Partner.of(id).filter(partner -> !partner.isReserved())
                : Optional.empty();
    }

    private static Person person(Jwt token) {
        var subject = Objects.requireNonNull(token.getSubject());
        var name = Stream.of(StandardClaimNames.NAME, StandardClaimNames.PREFERRED_USERNAME)
                .map(token.getClaims()::get)
                .filter(String.class::isInstance)
                .map(said -> printable((String) said))
                .filter(said -> !said.isBlank())
                .findFirst()
                .orElse(printable(subject));
        return Person.of(Objects.requireNonNull(token.getIssuer()).toString(), subject, name);
    }

    private static String printable(String said) {
        return said.codePoints()
                .filter(one -> !UNSEEN.contains((byte) Character.getType(one)))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private Set<CallerRole> roles(Jwt token) {
        return words(claim(token.getClaims(), rolesClaim))
                .map(CallerRole::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Some issuers want addresses as names of claims, with dots in them. */
    private static @Nullable Object claim(Map<String, Object> claims, String named) {
        if (claims.containsKey(named)) {
            return claims.get(named);
        }
        Object found = claims;
        for (var name : named.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }

    private static Stream<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text.split(" ", -1));
            case Collection<?> list -> list.stream().filter(Objects::nonNull).map(Object::toString);
            case null, default -> Stream.empty();
        };
    }
}
