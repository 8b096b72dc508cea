package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.support.access.CallerRole.ANALYST;
import static org.vigie.support.access.CallerRole.AUDITOR;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.testing.TestIssuer;

/** How people come to the desk, stay there and leave. */
@ServiceTest
class SignInTests {

    private static final TestIssuer ISSUER = TestIssuer.shared();

    @LocalServerPort
    private int port;

    @Test
    void whoSignsInArrivesWhereTheyWantedTo() {
        var page = new DeskVisitor(port).signIn("/desk?page=2", "anna", ANALYST);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address()).isEqualTo(URI.create("http://127.0.0.1:%d/desk?page=2".formatted(port)));
        assertThat(page.body()).contains("anna");
    }

    @Test
    void everyAnswerIsForThisBrowserAlone() {
        var anna = DeskVisitor.signedIn(port, "anna", ANALYST);

        for (var path : new String[] {"/desk", "/desk/nothing-here", "/desk/signed-out"}) {
            var page = anna.get(path);
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' " + ISSUER.address())
                    .doesNotContain("unsafe");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        }
    }

    /** On plain HTTP; SessionCookieTests says how it is with https. */
    @Test
    void theCookieIsForThisHostAndNoScript() {
        var set = new DeskVisitor(port).bare("/desk").header("Set-Cookie");

        assertThat(set)
                .startsWith("vigie=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void aSessionThatWasThereBeforeIsAnotherAfterwards() {
        var anna = new DeskVisitor(port);
        anna.get("/desk");
        var before = anna.cookie();
        anna.signIn("anna", ANALYST);

        assertThat(anna.cookie()).isNotEqualTo(before).startsWith("vigie=");
        assertThat(new DeskVisitor(port).bare("/desk", "Cookie", before).status())
                .isEqualTo(303);
    }

    /** As the REST interface reads it, and nowhere else. */
    @Test
    void whoseAccessTokenIsNotForVigieDoesNotComeIn() {
        var page = new DeskVisitor(port).signIn("/desk", "&subject=anna&roles=analyst&audience=another");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("not meant for Vigie");
    }

    @Test
    void whoHasNoRoleHearsThatAndMaySignOut() {
        var page = new DeskVisitor(port).signIn("nobody");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("None of your roles", "You are nobody.", "/desk/sign-out");
    }

    @Test
    void anAnswerThatNobodyAskedForSignsNobodyIn() {
        var visitor = new DeskVisitor(port);

        assertThat(visitor.get("/desk/signed-in?code=stolen&state=stolen").status())
                .isEqualTo(403);
        assertThat(visitor.get("/desk/signed-in?error=access_denied&state=x").body())
                .contains("not signed in");
        assertThat(visitor.bare("/desk").status()).isEqualTo(303);
    }

    @Test
    void whoSignsOutIsOutHereAndAtTheIssuer() {
        var anna = DeskVisitor.signedIn(port, "anna", ANALYST);
        var session = anna.cookie();
        var page = anna.post("/desk/sign-out", "");

        assertThat(page.address().getPath()).isEqualTo("/desk/signed-out");
        assertThat(page.body()).contains("You are signed out");
        assertThat(new DeskVisitor(port).bare("/desk", "Cookie", session).status())
                .isEqualTo(303);
    }

    @Test
    void aSessionOpensNothingOfTheRestInterfaceAndATokenNoPage() {
        var anna = DeskVisitor.signedIn(port, "anna", ANALYST);

        assertThat(anna.bare("/v1/counts", "Cookie", anna.cookie()).status()).isEqualTo(401);
        assertThat(new DeskVisitor(port)
                        .bare("/desk", "Authorization", "Bearer " + ISSUER.token("anna", "analyst"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aScriptHearsThatTheSessionHasEnded() {
        assertThat(new DeskVisitor(port).bare("/desk", "HX-Request", "true").status())
                .isEqualTo(401);
        assertThat(new DeskVisitor(port)
                        .bare("/desk", "Sec-Fetch-Dest", "empty")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void pagesSpeakFrench() {
        var anna = new DeskVisitor(port);
        anna.speaks("fr-CH, en;q=0.5");

        assertThat(anna.get("/desk/signed-out").body()).contains("<html lang=\"fr\"", "Vous êtes déconnecté");
    }

    @Test
    void nothingTypedIsLostWhenTheSessionEndsInBetween() {
        var anna = DeskVisitor.signedIn(port, "anna", ANALYST);
        anna.losesItsSession();
        var ended = anna.post("/desk/cases/1/retraction", "reason=Mine+%3Cb%3E&reason=twice&text=caf%C3%A9&key=4711");

        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.body())
                .contains("You were signed out", "target=\"_blank\"", "action=\"/desk/cases/1/retraction\"")
                .contains("name=\"reason\" value=\"Mine &lt;b&gt;\"", "value=\"twice\"", "<dd>café</dd>")
                .contains("<dt>Its words</dt>", "name=\"key\" value=\"4711\"")
                .doesNotContain("<dd>4711</dd>", "<b>", "_csrf");

        anna.signIn("anna", ANALYST);
        var stale = anna.postBare("/desk/cases/1/retraction", "reason=Mine");
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.body()).contains("Please check and send again", "name=\"_csrf\"", "value=\"Mine\"");
        assertThat(anna.post("/desk/cases/1/retraction", "reason=Mine").status())
                .isEqualTo(404);
    }

    @Test
    void noFormIsTakenWithoutItsTokenOrFromAnotherSite() {
        var anna = DeskVisitor.signedIn(port, "anna", ANALYST);

        assertThat(anna.postBare("/desk/sign-out", "_csrf=guessed").status()).isEqualTo(403);
        var foreign = anna.postBare("/desk/sign-out", "_csrf=" + anna.csrf(), "Sec-Fetch-Site", "cross-site");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Set-Cookie")).isEmpty();
        assertThat(anna.get("/desk").status()).isEqualTo(200);
    }

    @Test
    void oneTokenIsNotGoodForAnotherSession() {
        var anna = DeskVisitor.signedIn(port, "anna", ANALYST);
        var bruno = DeskVisitor.signedIn(port, "bruno", AUDITOR);

        assertThat(bruno.postBare("/desk/sign-out", "_csrf=" + anna.csrf()).status())
                .isEqualTo(403);
    }

    /** The token is about to end, so the issuer is asked at each request. */
    @Test
    void aRoleThatIsTakenAwayCountsNoLongerThanAToken() {
        var zoe = new DeskVisitor(port);
        var page = zoe.signIn("/desk", "&subject=zoe&roles=analyst&expires_in=20");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("eyJ");

        ISSUER.give("zoe", "publisher");
        assertThat(zoe.get("/desk").status()).isEqualTo(403);
        ISSUER.give("zoe", "auditor");
        assertThat(zoe.get("/desk").status()).isEqualTo(200);
        assertThat(zoe.post("/desk/next", "").status()).isEqualTo(403);
    }

    @Test
    void whomTheIssuerNoLongerVouchesForIsOut() {
        var yan = new DeskVisitor(port);
        yan.signIn("/desk", "&subject=yan&roles=analyst&expires_in=20");
        var session = yan.cookie();

        ISSUER.forget("yan");
        var ended = yan.post("/desk/cases/1/retraction", "reason=Mine");

        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.body()).contains("You were signed out", "name=\"reason\" value=\"Mine\"");
        assertThat(new DeskVisitor(port).bare("/desk", "Cookie", session).status())
                .isEqualTo(303);
    }
}
