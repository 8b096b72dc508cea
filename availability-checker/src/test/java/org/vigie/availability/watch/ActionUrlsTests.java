package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.url.WebUrl;

/** Words in a path are not deeds. */
class ActionUrlsTests {

    private final ActionUrls actionUrls = new ActionUrls();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/image/upload/v1/target.jpg",
                "/image/upload/v1/target",
                "/upload/iblock/target.jpg",
                "/upload/",
                "/upload",
                "/proxy/target.jpg",
                "/proxy?url=http%3A%2F%2Fa.test%2Fb",
                "/photos/looks-like-x1",
                "/photos/just-like-x1/1",
                "/gallery/x1-remove-red-eye",
                "/p/who-to-vote-for-x1",
                "/like/summer/x.jpg",
                "/delete/x.jpg",
                "/delete.jpg",
                "/confirm/the-title-of-a-page",
                "/uc?export=download&confirm=t",
                "/x.jpg?verify=1700000000-abcdef",
                "/a?likes=4",
                "/a?action=view",
                "/verified/4711",
                "/user/activates/4",
                "/"
            })
    void isLookedAt(String target) {
        assertThat(actionUrls.deed(url(target))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/file/77/delete, delete",
        "/file/77/delete/, delete",
        "/delete/77, delete",
        "/delete/77/0af3b2c1d4e5, delete",
        "/Delete.php?id=4, delete",
        "/logout, logout",
        "/reset_password/eyJhbGciOiJIUzI1NiJ9x0, reset-password",
        "/unsubscribe?u=1, unsubscribe",
        "/index.php?action=delete&id=4, delete",
        "/index.php?delete=4, delete",
        "/d?delete_token=a, one-time token",
        "/d?a=1;otp=123456, one-time token",
        "/photos/4711/like, like"
    })
    void isNotAsked(String target, String word) {
        assertThat(actionUrls.deed(url(target))).contains(word);
    }

    /** docs/availability.md lists every word for which a URL is never requested. */
    @Test
    void everyWordIsInTheDocumentation() throws IOException {
        var documented = Files.readString(Path.of("../docs/availability.md"));
        var listed = documented.substring(documented.indexOf("## URLs that are never asked for"));
        var words = Arrays.asList(
                listed.substring(0, listed.indexOf("A path that ends in")).split("[^a-z_-]+"));

        assertThat(words)
                .containsAll(ActionUrls.DEEDS)
                .containsAll(ActionUrls.DEEDS_BY_NAME)
                .containsAll(ActionUrls.SELECTORS)
                .contains("otp", "nonce", "csrf", "authenticity_token", "delete_key");
    }

    private static WebUrl url(String target) {
        return WebUrl.parse("http://example.test" + target).found().orElseThrow();
    }
}
