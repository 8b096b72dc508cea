package org.vigie.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** LibreOffice Calc set to French: what it makes of a file that somebody opens. */
final class FrenchSpreadsheet {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");

    /** Semicolons, quotation marks, UTF-8, from line 1, French; text is what is no number. */
    private static final String IMPORT = "CSV:59,34,76,1,,1036,false,true";

    private static final Pattern FIELD = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+(?:E-?[0-9]+)?)?");

    /** More digits than anybody reads; a spreadsheet writes fifteen. */
    private static final MathContext KEPT = new MathContext(10);

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    private FrenchSpreadsheet() {}

    /**
     * A cell as it was taken.
     *
     * @param number its value if it is one
     * @param text as it is shown, empty for a number
     */
    record Cell(@Nullable Double number, String text) {

        static Cell number(String value) {
            return new Cell(new BigDecimal(value).round(KEPT).doubleValue(), "");
        }

        static Cell text(String shown) {
            return new Cell(null, shown);
        }

        private boolean isEmpty() {
            return number == null && text.isEmpty();
        }
    }

    /** What the cells of a line of a file for programs should be taken for. */
    static List<Cell> meant(String line) {
        return FIELD.matcher(line)
                .results()
                .map(field -> {
                    var plain = Objects.requireNonNullElse(field.group(2), "");
                    return NUMBER.matcher(plain).matches()
                            ? Cell.number(plain)
                            : Cell.text(
                                    field.group(1) == null
                                            ? plain
                                            : field.group(1).replace("\"\"", "\""));
                })
                .toList();
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** The cells of the file, line by line, without the empty ones that end a line. */
    static List<List<Cell>> open(Path directory, String file) throws IOException, InterruptedException {
        var csv = Files.writeString(directory.resolve("open.csv"), file);
        var process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=" + IMPORT,
                        "--convert-to",
                        "fods",
                        "--outdir",
                        directory.toString(),
                        csv.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return cells(directory.resolve("open.fods"));
    }

    private static List<List<Cell>> cells(Path fods) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            var rows = factory.newDocumentBuilder().parse(fods.toFile()).getElementsByTagNameNS(TABLE, "table-row");
            return IntStream.range(0, rows.getLength())
                    .mapToObj(i -> row((Element) rows.item(i)))
                    .filter(row -> !row.isEmpty())
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a spreadsheet", e);
        }
    }

    private static List<Cell> row(Element row) {
        var cells = new ArrayList<Cell>();
        var found = row.getElementsByTagNameNS(TABLE, "table-cell");
        for (int i = 0; i < found.getLength(); i++) {
            var cell = (Element) found.item(i);
            var repeated = cell.getAttributeNS(TABLE, "number-columns-repeated");
            var taken = cell.getAttributeNS(OFFICE, "value-type").equals("float")
                    ? Cell.number(cell.getAttributeNS(OFFICE, "value"))
                    : Cell.text(cell.getTextContent().strip());
            if (i < found.getLength() - 1 || !taken.isEmpty()) {
                cells.addAll(Collections.nCopies(repeated.isEmpty() ? 1 : Integer.parseInt(repeated), taken));
            }
        }
        return cells;
    }
}
