package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.vigie.support.seal.Keysets;

/** What {@code vigie seal} prints, for stories in which a producer uses it. */
public final class Sealing {

    private Sealing() {}

    public static String seal(Path keys, String detection) {
        var output = new ByteArrayOutputStream();
        var code = SealCommand.run(
                new Keysets(keys).inboundSeal(),
                new ByteArrayInputStream(detection.getBytes(UTF_8)),
                new PrintStream(output, true, UTF_8),
                System.err);
        if (code != Vigie.DONE) {
            throw new IllegalArgumentException("not sealed");
        }
        return output.toString(UTF_8).strip();
    }
}
