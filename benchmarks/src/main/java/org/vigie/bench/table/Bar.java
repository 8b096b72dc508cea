package org.vigie.bench.table;

import java.io.PrintStream;
import org.vigie.standalone.Terminal;

/** How far counting has come: one line that is drawn over, or a line per tenth where there is no terminal. */
final class Bar {

    private static final int WIDTH = 40;

    private final PrintStream output;
    private final int all;
    private final boolean terminal;
    private int lastTenth = -1;

    Bar(PrintStream output, int all) {
        this.output = output;
        this.all = all;
        this.terminal = Terminal.isThere();
    }

    void show(int counted) {
        var tenth = (int) (10L * counted / all);
        if (terminal || tenth != lastTenth) {
            var full = (int) ((long) WIDTH * counted / all);
            output.printf(
                    "%s[%s%s] %,9d of %,d targetings counted%s",
                    terminal ? "\r" : "",
                    "#".repeat(full),
                    ".".repeat(WIDTH - full),
                    counted,
                    all,
                    terminal ? "" : "\n");
            output.flush();
            lastTenth = tenth;
        }
    }

    void end() {
        show(all);
        output.println();
    }
}
