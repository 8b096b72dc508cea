package org.vigie.support;

import java.util.regex.Pattern;

/** Text for a cell of a file that people open in a spreadsheet: what it would calculate is written as text. */
public final class SpreadsheetText {

    /** Also behind space, and in the full-width forms that East Asian editions read alike. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private static final Pattern BEHIND_SEPARATOR =
            Pattern.compile("[,;\\t|][\\s\\p{Z}\\p{Cc}\\p{Cf}\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private SpreadsheetText() {}

    /** The text with an apostrophe before it if a spreadsheet would take it for a formula. */
    public static String guarded(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /**
     * Whether a spreadsheet that splits at another separator than the file's would begin another cell inside the text,
     * and calculate what begins it. The cell's own quotation marks do not prevent that; those of every cell of its line
     * do (LibreOffice 7.4).
     */
    public static boolean holdsFormulaBehindSeparator(String text) {
        return BEHIND_SEPARATOR.matcher(text).find();
    }
}
