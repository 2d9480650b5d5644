package org.prefstream.export.format.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * The typed columns of dataset records: one for each of their keys, in their order. Every row has a value in each, because trainers
 * fail on nulls.
 *
 * @param areMessages whether prompt and answers are lists of messages, and not texts
 * @param haveVotes whether rows stand for a majority, and say its votes
 * @param haveGuidelines whether rows name the version of the guidelines, as those that former versions have frozen do not
 * @param haveOutcomes whether ties are among the rows, so that each says what it is
 * @param messages the fields that a message has
 */
record PreferenceColumns(
        boolean areMessages,
        boolean haveVotes,
        boolean haveGuidelines,
        boolean haveOutcomes,
        MessageFields messages) {

    /** {@return the columns of rows like this one, which has the same keys as all; without keys, of no rows} */
    static PreferenceColumns like(Map<String, Object> row, boolean areMessages, MessageFields messages) {
        return new PreferenceColumns(areMessages, row.containsKey("votes"),
                row.isEmpty() || row.containsKey("guidelines_version"), row.containsKey("outcome"), messages);
    }

    /** What a column holds. */
    enum Kind {
        TEXT,
        TEXT_OR_MESSAGES,
        DECIMAL,
        LONG,
        INT,
        INTS,
        INSTANT
    }

    /** A column of that name. */
    record Column(String name, Kind kind) {
    }

    private static final List<Column> COLUMNS = List.of(new Column("schema", Kind.TEXT), new Column("shape", Kind.TEXT),
            new Column("prompt", Kind.TEXT_OR_MESSAGES), new Column("chosen", Kind.TEXT_OR_MESSAGES),
            new Column("rejected", Kind.TEXT_OR_MESSAGES), new Column("margin", Kind.DECIMAL),
            new Column("record_id", Kind.TEXT), new Column("group_id", Kind.TEXT), new Column("project_id", Kind.LONG),
            new Column("task_id", Kind.LONG), new Column("annotation_id", Kind.LONG), new Column("revision", Kind.LONG),
            new Column("control", Kind.TEXT), new Column("strength", Kind.INT), new Column("chosen_index", Kind.INT),
            new Column("rejected_index", Kind.INT), new Column("chosen_model", Kind.TEXT),
            new Column("rejected_model", Kind.TEXT), new Column("shown_order", Kind.INTS),
            new Column("annotator_id", Kind.LONG), new Column("lead_time_s", Kind.DECIMAL),
            new Column("split", Kind.TEXT), new Column("shown_sha256", Kind.TEXT),
            new Column("submitted_at", Kind.INSTANT), new Column("rationale", Kind.TEXT));
    private static final Column GUIDELINES = new Column("guidelines_version", Kind.INT);
    private static final Column OUTCOME = new Column("outcome", Kind.TEXT);
    private static final List<Column> VOTES = List.of(new Column("votes", Kind.LONG),
            new Column("votes_for", Kind.LONG));

    /** {@return the columns in their order} */
    List<Column> all() {
        List<Column> all = new ArrayList<>(COLUMNS);
        if (haveGuidelines) {
            all.add(GUIDELINES);
        }
        if (haveVotes) {
            all.addAll(VOTES);
        }
        if (haveOutcomes) {
            all.add(OUTCOME);
        }
        return all;
    }

    /** {@return the columns as Parquet has them} */
    MessageType schema() {
        return new MessageType("preference", all().stream().map(this::type).toList());
    }

    private Type type(Column column) {
        return switch (column.kind()) {
            case TEXT -> text(column.name());
            case TEXT_OR_MESSAGES ->
                areMessages ? Types.requiredList().element(messages.type()).named(column.name()) : text(column.name());
            case DECIMAL -> Types.required(PrimitiveTypeName.DOUBLE).named(column.name());
            case LONG -> Types.required(PrimitiveTypeName.INT64).named(column.name());
            case INT -> Types.required(PrimitiveTypeName.INT32).named(column.name());
            case INTS -> Types.requiredList()
                    .element(Types.required(PrimitiveTypeName.INT32).named("element"))
                    .named(column.name());
            case INSTANT -> Types.required(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                    .named(column.name());
        };
    }

    private static Type text(String name) {
        return Types.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    }

    /**
     * Writes a row. Of columns with messages, a text becomes one.
     *
     * @param row a record, as JSON gives it
     */
    void write(Map<String, Object> row, RecordConsumer out) {
        List<Column> all = all();
        for (int i = 0; i < all.size(); i++) {
            Column column = all.get(i);
            out.startField(column.name(), i);
            write(column, row.get(column.name()), out);
            out.endField(column.name(), i);
        }
    }

    private void write(Column column, @Nullable Object value, RecordConsumer out) {
        switch (column.kind()) {
            case TEXT -> write(column.name().equals("shape") ? shape() : value == null ? "" : value, out);
            case TEXT_OR_MESSAGES -> {
                if (areMessages) {
                    writeList(value instanceof List<?> list ? list : List.of(message(column, value)), out);
                } else {
                    write(value, out);
                }
            }
            case DECIMAL -> out.addDouble(number(value).doubleValue());
            case LONG -> out.addLong(number(value).longValue());
            case INT -> out.addInteger(number(value).intValue());
            case INTS -> writeList(value instanceof List<?> numbers ? numbers : List.of(), out);
            case INSTANT -> out.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(String.valueOf(value))));
        }
    }

    private String shape() {
        return areMessages ? "messages" : "text";
    }

    private static Map<String, Object> message(Column column, @Nullable Object text) {
        return Map.of("role", column.name().equals("prompt") ? "user" : "assistant", "content", String.valueOf(text));
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : BigDecimal.ZERO;
    }

    /** An empty list has no field within. */
    private void writeList(List<?> elements, RecordConsumer out) {
        out.startGroup();
        if (!elements.isEmpty()) {
            out.startField("list", 0);
            elements.forEach(element -> writeElement(element, out));
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private void writeElement(@Nullable Object element, RecordConsumer out) {
        out.startGroup();
        out.startField("element", 0);
        if (element instanceof Map<?, ?> message) {
            out.startGroup();
            messages.write(message, out);
            out.endGroup();
        } else {
            out.addInteger(number(element).intValue());
        }
        out.endField("element", 0);
        out.endGroup();
    }

    private static void write(@Nullable Object text, RecordConsumer out) {
        out.addBinary(MessageFields.text(text == null ? "" : text));
    }
}
