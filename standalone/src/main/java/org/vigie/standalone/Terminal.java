package org.vigie.standalone;

/** What a person looks at, if somebody does. */
public final class Terminal {

    private Terminal() {}

    /**
     * Whether lines can be drawn over. With its own console, the JDK's default since 25, there is still none where a
     * stream is redirected.
     */
    @SuppressWarnings("SystemConsoleNull") // asked whether it is a terminal, too
    public static boolean isThere() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
