package org.vigie.support.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;

/** What a caller is there for; docs/roles.md says what each may do. */
public enum CallerRole implements GrantedAuthority {
    ANALYST("analyst"),
    APPROVER("approver"),
    OPERATOR("operator"),
    AUDITOR("auditor"),
    PUBLISHER("publisher"),
    PARTNER_SUBMIT("partner:submit"),
    PARTNER_READ("partner:read");

    private final String word;

    CallerRole(String word) {
        this.word = word;
    }

    /** The role of this word, absent if there is none. */
    public static Optional<CallerRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    /** As issuers and files write all of them. */
    public static Set<String> words() {
        return Arrays.stream(values()).map(CallerRole::word).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it makes a partner of whoever has it, who sees what is its own only. */
    boolean isOfPartners() {
        return word.startsWith("partner:");
    }

    /** As issuers and files write it. */
    public String word() {
        return word;
    }

    @Override
    public String getAuthority() {
        return word;
    }
}
