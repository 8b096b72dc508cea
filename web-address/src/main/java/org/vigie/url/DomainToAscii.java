package org.vigie.url;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names in ASCII: UTS 46 non-transitional with CheckBidi and CheckJoiners, without STD3 rules, hyphen checks and length
 * checks (WHATWG URL Standard, section 3.3, domain to ASCII with beStrict false).
 */
final class DomainToAscii {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** What ICU reports and beStrict false does not ask for. */
    private static final Set<IDNA.Error> ALLOWED = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    private DomainToAscii() {}

    /** The name in lower-case ASCII, or empty if it has none. */
    static Optional<String> convert(String domain) {
        var ascii = isPlain(domain) ? domain.toLowerCase(Locale.ROOT) : uts46(domain);
        return ascii.isEmpty() || !allAllowed(ascii) ? Optional.empty() : Optional.of(ascii);
    }

    /** ASCII without punycode, for which the standard says that lower-casing is all there is to do. */
    private static boolean isPlain(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            boolean labelStart = i == 0 || domain.charAt(i - 1) == '.';
            if (domain.charAt(i) > 0x7f || (labelStart && domain.regionMatches(true, i, "xn--", 0, 4))) {
                return false;
            }
        }
        return true;
    }

    private static String uts46(String domain) {
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        return ALLOWED.containsAll(info.getErrors()) ? ascii : "";
    }

    private static boolean allAllowed(String ascii) {
        return ascii.chars().noneMatch(DomainToAscii::isForbidden);
    }

    /** The forbidden domain code points (WHATWG URL Standard, section 3.1). */
    private static boolean isForbidden(int c) {
        return c <= 0x20 || c >= 0x7f || "#/:<>?@[\\]^|%".indexOf(c) >= 0;
    }
}
