package org.vigie.notice.task;

/** Why looks cannot tell, and what ends that, in words for people. The codes are signals and flags of the checker. */
public final class Unseen {

    private static final String BY_PEOPLE =
            "Look from elsewhere and record what is there as an observation of the case. PRESENT lets notices go on for 72"
                    + " hours. GONE or DIFFERENT ends the case once looks could not tell for 24 hours. CANNOT_TELL changes"
                    + " nothing. The task closes by itself when a look can tell.";

    private static final String BY_VANTAGES =
            " Another vantage that could not see it for 24 hours either ends the case,"
                    + " too, unless a person saw it meanwhile.";

    private Unseen() {}

    /** What keeps looks from telling; also of a code that this build does not know. */
    public static String inWords(String because) {
        return switch (because) {
            case "BLOCKED" -> "The host refuses whatever is asked for: us, or everybody.";
            case "THROTTLED" -> "The host says that it is asked too often.";
            case "BOT_CHECK" -> "The host wants to know whether a person is asking.";
            case "REGION_BLOCK" -> "The host shows it to some countries only.";
            case "HOTLINK_BLOCK" -> "The host shows it within its own pages only.";
            case "GATED" -> "It lies behind a login or a certificate.";
            case "AGE_CHECK" -> "The host asks visitors for their age.";
            case "COOKIE_CHECK" -> "The host tests or asks for cookies.";
            case "TURNED_ALIKE" ->
                "Since lately the host answers everything alike, also what does not exist: it was replaced, or put behind"
                        + " a gate.";
            case "CHANGED" ->
                "What is shown is not what it was: it has another type, length or version, or lies elsewhere.";
            case "LINK_EXPIRED", "EXPIRED" ->
                "The URL says itself that it has ended; the content may lie where it lay.";
            case "LEGAL_BLOCK" -> "The host refuses it for legal reasons, perhaps in some countries only.";
            case "PROBE_REJECTED" -> "The host refuses our request itself, or its answer could not be read.";
            case "ACTION_URL" ->
                "It is never asked for, because one of the words listed in docs/availability.md says that asking does"
                        + " something; POST /v1/checks of the checker with the case_id names the word.";
            case "PROBE_RULE" -> "It is never asked for, because the provider's rule in the registry forbids it.";
            case "DARK_WEB" -> "It lies on the dark web, where no looks are made.";
            case "FRAGMENT" ->
                "What the URL leads to is loaded by a program in its page, which looks do not run: they see the page"
                        + " only.";
            case "LOOK_LATE" ->
                "Nobody saw it for three days: its host is so slow that looks come late, or none are made.";
            case "CLOAKED" -> "Some are shown it and others are told that it is gone.";
            default -> "It is answered like what does not exist, and nothing says whether it always was.";
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
