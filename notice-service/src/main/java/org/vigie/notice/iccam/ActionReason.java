package org.vigie.notice.iccam;

import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;

/** Why an item is unavailable or not illegal, by ICCAM's number. */
public enum ActionReason {
    OTHER(1, "Other"),
    CONTENT_NOT_FOUND(2, "ContentNotFound"),
    REFERRER_NOT_KNOWN(3, "ReferrerNotKnownOrIncorrect"),
    UNABLE_TO_ACCESS(4, "UnableToAccess"),
    PASSWORD_PROTECTED(5, "PasswordProtected"),
    ACCOUNT_DISABLED(6, "AccountDisabled"),
    LEGALLY_UNABLE_TO_ACCESS(7, "LegallyUnableToAccess"),
    LINK_EXPIRED(8, "LinkExpired"),
    NOT_FOUND_OR_SITE_DOWN(9, "Error404NotFoundOrSiteDown"),
    TEMPORARILY_UNAVAILABLE(10, "Error503OrContentTemporarilyUnavailable"),
    PREMIUM_ACCOUNT_NECESSARY(11, "PremiumAccountNecessary"),
    MISSING_PARTS(12, "MissingPartsToOpenFile"),
    REMOVED_BEFORE_ASSESSMENT(13, "ContentRemovedBeforeAssessment"),
    ADULT_PORNOGRAPHY(14, "AdultPornography"),
    NUDISM(15, "NudismOrNotSexualized"),
    BELOW_THRESHOLD(16, "DoesNotMeetThresholdForIllegality"),
    IMAGES_TOO_SMALL(17, "ImagesTooSmall"),
    VIRTUAL_MATERIAL(18, "VirtualMaterial"),
    LINKS_NOT_ILLEGAL(19, "LinkingOrLinklistsNotIllegal"),
    AGE_UNCLEAR(20, "AgeUnclearOrNotAssessable"),
    AGE_OVER_THRESHOLD(21, "AgeOverNationalThreshold");

    private final int number;
    private final String word;

    ActionReason(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public int number() {
        return number;
    }

    /** As ICCAM calls it. */
    public String word() {
        return word;
    }

    /** Why something is not there, as far as the looks showed. */
    static ActionReason of(RemovalClass showed) {
        return switch (showed) {
            case GONE_410, SOFT_GONE, WITNESSED -> CONTENT_NOT_FOUND;
            case GONE_404, NAME_GONE, OUTAGE -> NOT_FOUND_OR_SITE_DOWN;
            case SHUT -> UNABLE_TO_ACCESS;
            case EXPIRED -> LINK_EXPIRED;
            case UNKNOWN -> OTHER;
        };
    }
}
