package org.vigie.support.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class KeyHoldersTests {

    private static final AuthenticationManager NOBODY = _ -> {
        throw new AssertionError("shown to the issuer");
    };

    @Test
    void aKeyIsShownToNobodyElse() {
        var holder = new PartnerKeys.Holder(new Partner("hotline-x"), Set.of(CallerRole.PARTNER_READ));
        PartnerKeys keys = key -> key.equals("vgk_good") ? Optional.of(holder) : Optional.empty();
        var holders = new KeyHolders(keys, NOBODY);

        assertThat(Caller.of(holders.authenticate(new BearerTokenAuthenticationToken("vgk_good"))))
                .contains(holder.partner());
        assertThatThrownBy(() -> holders.authenticate(new BearerTokenAuthenticationToken("vgk_bad")))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    /** It may have been given out before the id was reserved. */
    @Test
    void aKeyOfTheOneWhoSendsNoRequestsIsNone() {
        PartnerKeys keys =
                _ -> Optional.of(new PartnerKeys.Holder(new Partner(Partner.ICCAM), Set.of(CallerRole.PARTNER_READ)));

        assertThatThrownBy(
                        () -> new KeyHolders(keys, NOBODY).authenticate(new BearerTokenAuthenticationToken("vgk_old")))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void othersAreAskedAboutEverythingElse() {
        var known = new TestingAuthenticationToken("anna", "");
        PartnerKeys none = _ -> {
            throw new AssertionError("no key");
        };

        assertThat(new KeyHolders(none, _ -> known).authenticate(new BearerTokenAuthenticationToken("eyJ")))
                .isSameAs(known);
    }

    @Test
    void nobodyKnowsWhileTheStoreIsGone() {
        PartnerKeys gone = _ -> {
            throw new DataAccessResourceFailureException("gone");
        };

        assertThatThrownBy(
                        () -> new KeyHolders(gone, NOBODY).authenticate(new BearerTokenAuthenticationToken("vgk_good")))
                .isInstanceOf(KeysUnavailable.class);
    }
}
