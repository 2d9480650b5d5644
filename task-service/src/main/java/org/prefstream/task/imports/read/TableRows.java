package org.prefstream.task.imports.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StorableText;

/**
 * Separated values: the first row names the columns, every other row is a task whose values are all texts. Cells that a row
 * lacks at its end are empty, as spreadsheets leave them out.
 */
final class TableRows implements Rows {

    static final int COLUMNS_MAX = 10_000;
    /** What pandas calls a column whose header is empty, such as the index that {@code to_csv} writes. */
    private static final String UNNAMED = "Unnamed: ";
    /** A task's data is never shorter as JSON than as a row; what is read ahead comes on top. */
    private static final int ROW_LENGTH_MAX = JsonValues.DATA_BYTES_MAX + 65_536;

    private final CSVFormat written;
    private final RecordLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> columns = List.of();

    /** @param separators what may separate the values, see {@link Separator#of} */
    TableRows(Reader table, String separators) throws IOException {
        BufferedReader text = new BufferedReader(table);
        char separator = Separator.of(text, separators);
        limit = new RecordLimit(text, ROW_LENGTH_MAX);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
        written = CSVFormat.RFC4180.builder()
                .setDelimiter(separators.charAt(0))
                .setRecordSeparator("\n")
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        parser = CSVParser.builder().setReader(limit).setFormat(format).get();
        records = parser.iterator();
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (columns.isEmpty()) {
            CSVRecord header = nextRecord();
            if (header != null && namesSeparator(header)) {
                header = nextRecord();
            }
            if (header == null) {
                return null;
            }
            columns = columns(header);
        }
        CSVRecord row = nextRecord();
        return row == null ? null : row(row);
    }

    /** Excel reads the separator from a first line such as {@code sep=;}, and other programs write it for Excel. */
    private static boolean namesSeparator(CSVRecord first) {
        return first.size() == 2 && first.get(0).equalsIgnoreCase("sep=") && first.get(1).isEmpty();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private @Nullable CSVRecord nextRecord() throws IOException {
        limit.nextRecord();
        long first = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? records.next() : null;
        } catch (RecordLimit.Exceeded e) {
            throw ImportInvalid.tooLarge("line " + (parser.getCurrentLineNumber() + 1) + ": the row is longer than "
                    + JsonValues.DATA_BYTES_MAX + " characters; a quote may be missing its end");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw ImportInvalid.tasks(lines(first)
                        + ": a quoted value must end with a quote that a delimiter or the line's end follows; write a quote "
                        + "inside it twice (\"\")");
            }
            throw e.getCause();
        }
    }

    /** A quote without an end takes all that follows into its value, so its line is somewhere in between. */
    private String lines(long first) {
        long last = Math.max(first, parser.getCurrentLineNumber());
        return first == last ? "line " + first : "lines " + first + " to " + last;
    }

    private List<String> columns(CSVRecord header) {
        if (header.size() > COLUMNS_MAX) {
            throw ImportInvalid.tooLarge(
                    "line " + parser.getCurrentLineNumber() + ": the header has more than " + COLUMNS_MAX + " columns");
        }
        Set<String> taken = header.stream().collect(Collectors.toSet());
        Set<String> names = new LinkedHashSet<>();
        for (String name : header) {
            String named = name.isBlank() ? unnamed(names.size(), taken) : name;
            if (!names.add(named)) {
                throw ImportInvalid.tasks("line " + parser.getCurrentLineNumber() + ": the header names the column \""
                        + StorableText.shown(named) + "\" twice");
            }
        }
        return List.copyOf(names);
    }

    /** A table that pandas wrote twice has a column of that name already. */
    private static String unnamed(int place, Set<String> taken) {
        String name = UNNAMED + place;
        for (int i = 1; taken.contains(name); i++) {
            name = UNNAMED + place + "." + i;
        }
        return name;
    }

    private Row row(CSVRecord record) {
        long line = firstLine(record);
        if (record.size() > columns.size()) {
            return new Row(record.toList(), record.size(), -1, true, line,
                    ImportInvalid.tasks("line " + parser.getCurrentLineNumber() + ": the row has " + record.size()
                            + " values, but the header names " + columns.size()
                            + (columns.size() == 1 ? " column" : " columns")));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        long bytes = 1;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(RefusedRow.REASON_KEY)) {
                continue;
            }
            String cell = i < record.size() ? record.get(i) : "";
            data.put(columns.get(i), cell);
            bytes += StorableText.jsonBytes(columns.get(i)) + StorableText.jsonBytes(cell) + 2;
        }
        return new Row(data, bytes, -1, true, line);
    }

    /** The parser knows where a row ends; its values may have lines of their own. */
    private long firstLine(CSVRecord record) {
        long inside = 0;
        for (String cell : record) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                inside += c == '\n' || (c == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n')) ? 1 : 0;
            }
        }
        return parser.getCurrentLineNumber() - inside;
    }

    @Override
    public String header() {
        return written.format(withReason(RefusedRow.REASON_KEY, columns)) + "\n";
    }

    /** The reason comes first: a row may have more values than there are columns. */
    @Override
    public String refused(Row row, String reason) {
        List<?> cells = row.value() instanceof Map<?, ?> data
                ? columns.stream().map(name -> data.containsKey(name) ? data.get(name) : "").toList()
                : (List<?>) Objects.requireNonNull(row.value());
        return written.format(withReason(reason, cells)) + "\n";
    }

    /** {@return the cells behind the reason; one that stands there from before goes} */
    private Object[] withReason(String reason, List<?> cells) {
        List<Object> all = new ArrayList<>(cells);
        int former = columns.indexOf(RefusedRow.REASON_KEY);
        if (former >= 0 && former < all.size()) {
            all.remove(former);
        }
        all.add(0, reason);
        return all.toArray();
    }
}
