package org.vigie.availability.watch;

import java.util.UUID;

/** Numbers that look random and follow from stable ids: the same case and check give the same number everywhere. */
final class Mixed {

    private Mixed() {}

    static long of(UUID caseId, int check) {
        return mix(caseId.getMostSignificantBits() ^ mix(caseId.getLeastSignificantBits() ^ mix(check)));
    }

    /** From 0 to below 1. */
    static double fraction(UUID caseId, int check) {
        return (of(caseId, check) >>> 11) * 0x1.0p-53;
    }

    /** The finaliser of SplitMix64. */
    static long mix(long value) {
        long x = value + 0x9e3779b97f4a7c15L;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
