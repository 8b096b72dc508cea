package org.vigie.notice.desk.web;

import java.util.HashMap;
import java.util.Map;

/** What content most often is, said by one choice: each stands for words of the whole form of a classification. */
enum Usual {
    BASELINE_ACT,
    BASELINE_EXHIBITION,
    NATIONAL_ACT,
    NATIONAL_EXHIBITION,
    NOT_ILLEGAL,
    CANNOT_ASSESS;

    private Map<String, String> words() {
        return switch (this) {
            case BASELINE_ACT -> illegal(Scheme.INTERPOL, "PREPUBESCENT", "SEX_ACT");
            case BASELINE_EXHIBITION -> illegal(Scheme.INTERPOL, "PREPUBESCENT", "EXHIBITION");
            case NATIONAL_ACT -> illegal(Scheme.NATIONAL, "POSTPUBESCENT", "SEX_ACT");
            case NATIONAL_EXHIBITION -> illegal(Scheme.NATIONAL, "POSTPUBESCENT", "EXHIBITION");
            case NOT_ILLEGAL, CANNOT_ASSESS -> Map.of("verification", name());
        };
    }

    /**
     * What was typed, with one choice as the words that it stands for.
     *
     * @throws org.vigie.support.validation.InvalidField if the whole form says something as well
     */
    static Typed spelledOut(Typed typed) {
        var usual = typed.optionalWord("usual", Usual.class).orElse(null);
        if (usual == null) {
            return typed;
        }
        if (usual.words().keySet().stream().anyMatch(typed::isTicked)) {
            throw Typed.refused("usual", "both");
        }
        var fields = new HashMap<>(typed.fields());
        fields.putAll(usual.words());
        return new Typed(fields);
    }

    private static Map<String, String> illegal(Scheme scheme, String maturation, String act) {
        return Map.of(
                "verification",
                "VERIFIED",
                "category",
                "CSAM",
                "scheme",
                scheme.name(),
                "maturation",
                maturation,
                "act",
                act);
    }
}
