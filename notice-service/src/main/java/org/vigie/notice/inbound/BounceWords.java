package org.vigie.notice.inbound;

import java.util.Optional;
import java.util.regex.Pattern;

/** What servers say in words where they give no code that tells. */
final class BounceWords {

    private static final Pattern FULL = Pattern.compile(
            "(?i)quota|mailbox (?:is )?(?:full|size)|(?:is|over) full\\b|storage (?:allocation|limit)|not enough (?:disk )?space"
                    + "|disk full|insufficient (?:disk|system) storage|bo[îi]te (?:aux lettres )?(?:est )?pleine|espace insuffisant");

    private static final Pattern NOBODY = Pattern.compile(
            "(?i)(?:user|recipient|mailbox|address|account|alias)s? (?:is )?(?:not (?:found|known|exist)|unknown|does(?:n't| not) exist|inactive|disabled|expired)"
                    + "|(?:unknown|no such|invalid|non-?existent|bad destination) (?:user|recipient|mailbox|address|account|host|domain|local)"
                    + "|unrout(?:e)?able address|unknown or illegal alias|no mailbox here|recipient address rejected"
                    + "|host (?:or domain name )?(?:not found|unknown)|domain (?:not found|does not exist)|point(?:s)? to non-?existent hosts"
                    + "|no longer (?:on server|valid|here|in use|exists|works)|has left|utilisateur inconnu|destinataire inconnu|adresse (?:inconnue|inexistante)");

    private static final Pattern TRIED_LONG = Pattern.compile(
            "(?i)retry timeout exceeded|retry time not reached|have been failing for a long time|time(?:d)? ?out|expired"
                    + "|connection (?:refused|lost|reset)|connect to|no route to host|too many (?:\"?received\"?|hops)|mail loop|loops back"
                    + "|delivery time|could not be delivered for|too (?:large|big|long)|exceeds|temporar|greylist");

    private static final Pattern NOT_WANTED = Pattern.compile(
            "(?i)\\bpolic(?:y|ies)|spam|\\bblock|black-?list|block-?list|\\bdeni(?:ed|es)|denied|refus|reject|prohibit|not (?:allowed|permitted|authori[sz]ed|accepted)"
                    + "|restrict|reputation|banned|permission|unsolicited|local delivery failed|interdit|politique");

    private BounceWords() {}

    /** Empty if they tell nothing. */
    static Optional<Fate> of(String words) {
        if (FULL.matcher(words).find()) {
            return Optional.of(Fate.QUOTA);
        }
        if (NOBODY.matcher(words).find()) {
            return Optional.of(Fate.HARD_BOUNCE);
        }
        if (TRIED_LONG.matcher(words).find()) {
            return Optional.of(Fate.SOFT_BOUNCE);
        }
        return NOT_WANTED.matcher(words).find() ? Optional.of(Fate.POLICY) : Optional.empty();
    }
}
