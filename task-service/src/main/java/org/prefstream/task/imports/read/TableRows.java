package org.prefstream.task.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StorableText;

/** Comma- or tab-separated values: the first row names the columns, every other row is a task whose values are all texts. */
final class TableRows implements Rows {

    static final int COLUMNS_MAX = 10_000;
    /** A task's data is never shorter as JSON than as a row; what is read ahead comes on top. */
    private static final int ROW_LENGTH_MAX = JsonValues.DATA_BYTES_MAX + 65_536;

    private final RecordLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> columns = List.of();

    TableRows(InputStream utf8, char delimiter) throws IOException {
        limit = new RecordLimit(new InputStreamReader(utf8, StandardCharsets.UTF_8), ROW_LENGTH_MAX);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
        parser = CSVParser.builder().setReader(limit).setFormat(format).get();
        records = parser.iterator();
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (columns.isEmpty()) {
            CSVRecord header = nextRecord();
            if (header == null) {
                return null;
            }
            columns = columns(header);
        }
        CSVRecord row = nextRecord();
        return row == null ? null : row(row);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private @Nullable CSVRecord nextRecord() throws IOException {
        limit.nextRecord();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (RecordLimit.Exceeded e) {
            throw ImportInvalid.tooLarge("line " + (parser.getCurrentLineNumber() + 1) + ": the row is longer than "
                    + JsonValues.DATA_BYTES_MAX + " characters; a quote may be missing its end");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw ImportInvalid.tasks("line " + Math.max(1, parser.getCurrentLineNumber())
                        + ": a quoted value must end with a quote that a delimiter or the line's end follows; write a quote "
                        + "inside it twice (\"\")");
            }
            throw e.getCause();
        }
    }

    private List<String> columns(CSVRecord header) {
        if (header.size() > COLUMNS_MAX) {
            throw ImportInvalid.tooLarge("line 1: the header has more than " + COLUMNS_MAX + " columns");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : header) {
            if (name.isBlank()) {
                throw ImportInvalid.tasks("line 1: column " + (names.size() + 1) + " of the header has no name");
            }
            if (!names.add(name)) {
                throw ImportInvalid
                        .tasks("line 1: the header names the column \"" + StorableText.shown(name) + "\" twice");
            }
        }
        return List.copyOf(names);
    }

    private Row row(CSVRecord record) {
        if (record.size() != columns.size()) {
            throw ImportInvalid.tasks("line " + parser.getCurrentLineNumber() + ": the row has " + record.size()
                    + (record.size() == 1 ? " value" : " values") + ", but the header names " + columns.size()
                    + (columns.size() == 1 ? " column" : " columns"));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        long bytes = 1;
        for (int i = 0; i < columns.size(); i++) {
            data.put(columns.get(i), record.get(i));
            bytes += StorableText.jsonBytes(columns.get(i)) + StorableText.jsonBytes(record.get(i)) + 2;
        }
        return new Row(data, bytes, -1, true);
    }
}
