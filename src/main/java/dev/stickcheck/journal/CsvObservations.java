package dev.stickcheck.journal;

import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads an observation from each record of CSV. The header says which column is which; unknown ones are passed over.
final class CsvObservations implements ObservationReader.Source {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final ByteLines lines;
    private final LineByLine text;
    private final CSVParser csv;
    private final Iterator<CSVRecord> records;
    private final Draft draft = new Draft();
    private @Nullable List<@Nullable Field> columns;

    CsvObservations(ByteLines lines) throws IOException {
        this.lines = lines;
        this.text = new LineByLine(lines);
        this.csv = CSVParser.builder().setReader(text).setFormat(FORMAT).get();
        this.records = csv.iterator();
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable Observation next() throws IOException {
        if (columns == null) {
            CSVRecord header = record();
            if (header == null) {
                return null;
            }
            columns = columns(header);
        }
        CSVRecord cells = record();
        return cells == null ? null : observation(cells, columns);
    }

    private @Nullable CSVRecord record() throws IOException {
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            text.endRecord();
            return record;
        } catch (UncheckedIOException e) {
            throw switch (e.getCause()) {
                case BadLine bad -> bad;
                case CSVException broken ->
                    new BadLine("not CSV (" + Text.inert(String.valueOf(broken.getMessage()), 120) + ")");
                case null -> new IOException(e);
                case IOException other -> other;
            };
        }
    }

    private static List<@Nullable Field> columns(CSVRecord header) throws BadLine {
        List<@Nullable Field> columns = new ArrayList<>();
        for (String name : header) {
            Field field = Field.of(name.strip());
            if (field != null && columns.contains(field)) {
                throw new BadLine("column " + field.key() + " appears twice");
            }
            columns.add(field);
        }
        for (Field needed : List.of(Field.TIME, Field.SESSION, Field.SEQUENCE, Field.STATUS, Field.LATENCY)) {
            if (!columns.contains(needed)) {
                throw new BadLine("the header has no column " + needed.key());
            }
        }
        return columns;
    }

    private Observation observation(CSVRecord cells, List<@Nullable Field> columns) throws BadLine {
        if (cells.size() != columns.size()) {
            throw new BadLine("has " + cells.size() + " cells, the header " + columns.size());
        }
        draft.clear();
        for (int i = 0; i < cells.size(); i++) {
            Field field = columns.get(i);
            if (field == null) {
                continue;
            }
            if (!field.list()) {
                draft.put(field, Cells.text(cells.get(i)));
            } else if (!cells.get(i).isEmpty()) {
                draft.put(field, Cells.names(cells.get(i)));
            }
        }
        return draft.observation();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
