package org.vigie.notice.removal;

/** Why looks cannot tell, and what ends that, in words for people. The codes are signals and flags of the checker. */
public final class Unseen {

    private static final String BY_PEOPLE =
            "Look from elsewhere and record what is there as an observation of the case. PRESENT lets notices go on for 72"
                    + " hours. GONE or DIFFERENT ends the case once looks could not tell for 24 hours. CANNOT_TELL changes"
                    + " nothing. The task closes by itself when a look can tell.";

    private static final String BY_VANTAGES =
            " Another vantage that could not see it for 24 hours either ends the case,"
                    + " too, unless a person saw it meanwhile.";

    private static final String TURNED_ALIKE =
            "The host now answers every path alike, even paths that do not exist: it was replaced or put behind a gate.";
    private static final String ACTION_URL =
            "It is never requested, because one of the words listed in docs/availability.md says that a request does"
                    + " something; POST /v1/checks of the checker with the case_id names the word.";

    private Unseen() {}

    /** What keeps looks from telling; also of a code that this build does not know. */
    public static String inWords(String because) {
        return switch (because) {
            case "BLOCKED" -> "The host refuses every request, ours or everybody's.";
            case "THROTTLED" -> "The host says that we send too many requests.";
            case "BOT_CHECK" -> "The host asks for proof that the visitor is a person.";
            case "REGION_BLOCK" -> "The host shows it to some countries only.";
            case "HOTLINK_BLOCK" -> "The host shows it within its own pages only.";
            case "GATED" -> "It is behind a login or needs a client certificate.";
            case "AGE_CHECK" -> "The host asks visitors to confirm their age.";
            case "COOKIE_CHECK" -> "The host tests or asks for cookies.";
            case "TURNED_ALIKE" -> TURNED_ALIKE;
            case "CHANGED" ->
                "The content is no longer what it was: its type, length, version or location has changed.";
            case "LINK_EXPIRED", "EXPIRED" -> "The URL itself has expired; the content may still be in the same place.";
            case "LEGAL_BLOCK" -> "The host refuses it for legal reasons, perhaps in some countries only.";
            case "PROBE_REJECTED" -> "The host refuses our request itself, or its answer could not be read.";
            case "ACTION_URL" -> ACTION_URL;
            case "PROBE_RULE" -> "It is never requested, because the provider's rule in the registry forbids it.";
            case "DARK_WEB" -> "It is on the dark web, where no checks are made.";
            case "FRAGMENT" ->
                "A script in the page loads what the URL leads to. Checks do not run scripts, so they see the page"
                        + " only.";
            case "LOOK_LATE" ->
                "Nobody has seen it for three days: the host is so slow that checks come late, or none are made.";
            case "CLOAKED" -> "Some visitors are shown it and others are told that it is gone.";
            default ->
                "The answer is the same as for paths that do not exist, and we cannot tell whether it always was.";
        };
    }

    /** What a person does about it, and what follows from each observation. */
    public static String endsBy(String because) {
        return switch (because) {
            case "BLOCKED", "TURNED_ALIKE", "PROBE_REJECTED" -> BY_PEOPLE + BY_VANTAGES;
            case "CHANGED" -> BY_PEOPLE + " PRESENT also makes what is shown now what later looks compare with.";
            case "LINK_EXPIRED", "EXPIRED" -> BY_PEOPLE + " No provider is credited with it.";
            default -> BY_PEOPLE;
        };
    }
}
