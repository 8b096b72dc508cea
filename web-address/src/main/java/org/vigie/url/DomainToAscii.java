package org.vigie.url;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.VersionInfo;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names in ASCII: UTS 46 non-transitional with CheckBidi and CheckJoiners, without STD3 rules, hyphen checks and length
 * checks (WHATWG URL Standard, section 3.3, domain to ASCII with beStrict false). A name that is ASCII already is only
 * lower-cased, its punycode unread, since sites with names that UTS 46 refuses exist (whatwg/url#914).
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

    /** The Unicode version of the published cases this is checked with; ICU may know characters newer than that. */
    private static final VersionInfo UNICODE = VersionInfo.getInstance(17);

    private DomainToAscii() {}

    /** The name in lower-case ASCII, or empty if it has none. */
    static Optional<String> convert(String domain) {
        var ascii = isAscii(domain) ? domain.toLowerCase(Locale.ROOT) : uts46(domain);
        return ascii.isEmpty() || !allAllowed(ascii) ? Optional.empty() : Optional.of(ascii);
    }

    private static boolean isAscii(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String uts46(String domain) {
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        var shown = UTS46.nameToUnicode(domain, new StringBuilder(), new IDNA.Info());
        boolean valid = ALLOWED.containsAll(info.getErrors()) && !hasTooNew(domain) && !hasTooNew(shown);
        return valid ? ascii : "";
    }

    private static boolean hasTooNew(CharSequence name) {
        return name.codePoints().anyMatch(c -> UCharacter.getAge(c).compareTo(UNICODE) > 0);
    }

    private static boolean allAllowed(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (isForbidden(ascii.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The forbidden domain code points (WHATWG URL Standard, section 3.2). */
    private static boolean isForbidden(int c) {
        return c <= 0x20 || c >= 0x7f || "#/:<>?@[\\]^|%".indexOf(c) >= 0;
    }
}
