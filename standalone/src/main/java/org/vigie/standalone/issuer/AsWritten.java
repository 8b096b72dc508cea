package org.vigie.standalone.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords that a file holds for people to read: nothing would be kept from anybody by hashing them. */
final class AsWritten implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : password.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String written) {
        return password != null
                && written != null
                && MessageDigest.isEqual(password.toString().getBytes(UTF_8), written.getBytes(UTF_8));
    }
}
