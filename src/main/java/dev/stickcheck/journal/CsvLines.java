package dev.stickcheck.journal;

import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes an observation as one record of CSV (RFC 4180) with a header; [Cells] says how text stands in a cell.
final class CsvLines implements ObservationWriter.Lines {
    private final CSVPrinter csv;

    CsvLines(OutputStream out) throws IOException {
        this.csv = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        csv.printRecord(Arrays.stream(Field.values()).map(Field::key));
    }

    @Override
    public void write(Observation o) throws IOException {
        csv.print(o.time());
        csv.print(Cells.of(o.session()));
        csv.print(o.sequence());
        csv.print(Cells.of(o.instance()));
        csv.print(o.status());
        csv.print(Millis.text(o.latency()));
        csv.print(Cells.of(o.connection()));
        csv.print(Cells.of(o.sourceAddress()));
        csv.print(Words.ARMS.of(o.arm()));
        csv.print(o.error() == null ? null : Words.ERRORS.of(o.error()));
        csv.print(Cells.of(o.cookies().sent()));
        csv.print(Cells.of(o.cookies().set()));
        csv.print(Millis.text(o.response()));
        csv.print(o.launch());
        csv.print(Cells.of(o.cookies().ended()));
        csv.print(Cells.of(JsonLines.refusals(o.cookies().refused())));
        csv.print(o.cookieBytes());
        csv.print(o.outcome() instanceof Outcome.NoAnswer(var kind, var detail) ? Cells.of(detail) : null);
        csv.println();
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
