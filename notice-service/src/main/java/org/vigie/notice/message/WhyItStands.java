package org.vigie.notice.message;

import org.vigie.events.removal.TargetingSnapshot.Ground;

/**
 * Why a notice stands that its addressee disputed.
 *
 * @param ground on which it was disputed
 * @param reason in the words of whoever decided, without a URL
 * @param personKnown whether the age was disputed of somebody who is known
 */
public record WhyItStands(Ground ground, String reason, boolean personKnown) {

    /** Leaves the words out. */
    @Override
    public String toString() {
        return "WhyItStands[%s]".formatted(ground);
    }
}
