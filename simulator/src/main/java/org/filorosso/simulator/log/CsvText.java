package org.filorosso.simulator.log;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV being written, with LF: texts that would start a formula are neutralised, numbers as they are. Not thread-safe. */
public final class CsvText {
    private final StringWriter text = new StringWriter();
    // no buffer: what was written has to be in the text at once
    private final CsvWriter writer =
            CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    private final List<String> cells = new ArrayList<>();

    /** A whole row of texts. */
    public CsvText row(String... texts) {
        for (String one : texts) {
            text(one);
        }
        return end();
    }

    /** A text; null is empty. */
    public CsvText text(@Nullable String cell) {
        cells.add(SafeText.cell(cell));
        return this;
    }

    /** A number; null is empty. */
    public CsvText number(@Nullable Number number) {
        String plain = number instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(number);
        cells.add(number == null ? "" : plain);
        return this;
    }

    /** Ends the row. */
    public CsvText end() {
        writer.writeRecord(cells);
        cells.clear();
        return this;
    }

    /** Everything written so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
