package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** The files of one host: a home page, two pictures, pages, and what hosts show in place of what they took down. */
final class Site {

    /** Large enough that a downloaded picture shows in what a server counts. */
    private static final int PICTURE_BYTES = 300_000;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** What every page of a site begins with, longer than what is read of a text. */
    private static final String MENU = "<style>" + ".menu a { color: navy; padding: 1px }\n".repeat(500) + "</style>";

    private static final Map<String, String> PAGES = Map.of(
            "/index.html", "Welcome to our gallery of the seaside, open all year",
            "/album.html", "Summer album: forty pictures of the beach and the old harbour",
            "/item/4711.html", "Picture 4711, taken on the pier at noon, with three boats",
            "/removed.html", "This content was removed",
            "/error/removed.html", "This content was removed by a moderator",
            "/login.html", "Please sign in with your account to go on",
            "/blocked.html", "Not available in your country",
            "/age-check.html", "Are you eighteen or older? Yes No",
            "/suspended.html", "This account has been suspended. Contact the billing department.",
            "/gallery/index.html", "All galleries: sea, mountains, cities");

    private final Path root;

    Site(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    void make() throws IOException {
        for (var page : PAGES.entrySet()) {
            write(page.getKey(), page("Seaside", page.getValue()));
        }
        write("/framed.html", page("Seaside", "<img src=/img/pic-4711.png>"));
        write("/été/album.html", page("Seaside", "Summer album under its accented name"));
        write("/photos/looks-like-x1", page("Seaside", "A boat that looks like another"));
        write("/same/pictures.html", page("My gallery", "Home About <img src=/i/1.jpg><img src=/i/2.jpg> Contact"));
        write("/same/none.html", page("My gallery", "Home About Contact"));
        write("/same/12345.html", page("Album", "album 12345 photo"));
        write("/same/99999.html", page("Album", "album 99999 photo"));
        write("/long/item.html", page("Seaside", MENU + "Picture 4711, taken on the pier at noon, with three boats"));
        write("/long/missing.html", page("Seaside", MENU + "Not found"));
        write("/img/pic-4712-near.png", picture(PICTURE_BYTES + PICTURE_BYTES / 100, 4713));
        write("/image/upload/v1/target.jpg", picture(PICTURE_BYTES, 14));
        write("/proxy/target.jpg", picture(PICTURE_BYTES, 15));
        write("/img/pic-4711.png", picture(PICTURE_BYTES, 4711));
        write("/img/pic-4712.png", picture(PICTURE_BYTES, 4712));
        write("/new/pic-4711.png", picture(PICTURE_BYTES, 4711));
        for (var notice : new String[] {"/placeholder.png", "/removed.png", "/assets/notice.png", "/hotlink.png"}) {
            write(notice, picture(1_900, notice.length()));
        }
    }

    private static byte[] page(String title, String text) {
        return "<!doctype html><html><head><title>%s</title></head><body><p>%s</p></body></html>\n"
                .formatted(title, text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(PNG_SIGNATURE, 0, bytes, 0, PNG_SIGNATURE.length);
        return bytes;
    }

    private void write(String path, byte[] content) throws IOException {
        var file = file(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private Path file(String path) {
        return root.resolve(path.substring(1));
    }

    /** Does what a row says is done to the files; answers whether it was about files at all. */
    boolean act(String action) throws IOException {
        var words = action.split(" ", -1);
        switch (words[0]) {
            case "delete" -> Files.delete(file(words[1]));
            case "empty" -> Files.write(file(words[1]), new byte[0]);
            case "copy" -> Files.copy(file(words[1]), file(words[2]), StandardCopyOption.REPLACE_EXISTING);
            case "text" -> {
                var text = String.join(" ", Arrays.asList(words).subList(2, words.length));
                write(words[1], page("Seaside", text));
            }
            case "line" ->
                Files.writeString(
                        file(words[1]), String.join(" ", Arrays.asList(words).subList(2, words.length)) + "\n");
            case "lock" -> Files.setPosixFilePermissions(file(words[1]), PosixFilePermissions.fromString("---------"));
            case "delete-all" -> deleteAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void deleteAll() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
