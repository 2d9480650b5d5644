package org.prefstream.export.format.training;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * The fields of a message in a typed column: its role and content, and those of the seldom ones that any row of the file has. A column
 * knows its fields before the first row, so all rows are looked through before.
 *
 * @param seldom in the order of {@link #SELDOM}
 */
record MessageFields(Set<String> seldom) {

    /** A message that has none of them is nothing but role and content. */
    static final MessageFields PLAIN = new MessageFields(Set.of());

    private static final String CALLS = "tool_calls";
    private static final List<String> SELDOM = List.of("name", CALLS, "tool_call_id");
    private static final List<String> CONTENTS = List.of("prompt", "chosen", "rejected");

    /** {@return these fields, with those that the messages of a row have} */
    MessageFields and(Map<String, Object> row) {
        Set<String> found = new LinkedHashSet<>(seldom);
        for (String key : CONTENTS) {
            if (row.get(key) instanceof List<?> messages) {
                messages.forEach(one -> SELDOM.stream()
                        .filter(field -> one instanceof Map<?, ?> message && message.get(field) != null)
                        .forEach(found::add));
            }
        }
        return found.size() == seldom.size() ? this : new MessageFields(found);
    }

    private List<String> ordered() {
        return SELDOM.stream().filter(seldom::contains).toList();
    }

    /** {@return the type of a message} */
    Type type() {
        Types.GroupBuilder<GroupType> message = Types.requiredGroup()
                .addFields(text("role", true), text("content", true));
        for (String field : ordered()) {
            message.addField(
                    field.equals(CALLS) ? Types.optionalList().element(call()).named(CALLS) : text(field, false));
        }
        return message.named("element");
    }

    private static Type call() {
        GroupType function = Types.optionalGroup()
                .addFields(text("name", false), text("arguments", false))
                .named("function");
        return Types.requiredGroup().addFields(text("id", false), text("type", false), function).named("element");
    }

    private static Type text(String name, boolean isRequired) {
        return Types
                .primitive(PrimitiveTypeName.BINARY, isRequired ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    /** {@return the fields as a dataset card has them, below the name of their column} */
    String features() {
        StringBuilder features = new StringBuilder("""
                    list:
                    - name: role
                      dtype: string
                    - name: content
                      dtype: string
                """);
        for (String field : ordered()) {
            features.append("    - name: ").append(field).append('\n').append(field.equals(CALLS) ? """
                          list:
                          - name: id
                            dtype: string
                          - name: type
                            dtype: string
                          - name: function
                            struct:
                            - name: name
                              dtype: string
                            - name: arguments
                              dtype: string
                    """ : "      dtype: string\n");
        }
        return features.toString();
    }

    /** Writes a message, as JSON gives it, within its group. */
    void write(Map<?, ?> message, RecordConsumer out) {
        writeText("role", 0, orEmpty(message.get("role")), out);
        writeText("content", 1, orEmpty(message.get("content")), out);
        List<String> fields = ordered();
        for (int i = 0; i < fields.size(); i++) {
            Object value = message.get(fields.get(i));
            if (value instanceof List<?> calls && fields.get(i).equals(CALLS)) {
                out.startField(CALLS, 2 + i);
                writeCalls(calls, out);
                out.endField(CALLS, 2 + i);
            } else {
                writeText(fields.get(i), 2 + i, value, out);
            }
        }
    }

    private static void writeCalls(List<?> calls, RecordConsumer out) {
        out.startGroup();
        if (!calls.isEmpty()) {
            out.startField("list", 0);
            calls.forEach(one -> {
                out.startGroup();
                out.startField("element", 0);
                writeCall(one instanceof Map<?, ?> call ? call : Map.of("function", Map.of("arguments", one)), out);
                out.endField("element", 0);
                out.endGroup();
            });
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private static void writeCall(Map<?, ?> call, RecordConsumer out) {
        out.startGroup();
        writeText("id", 0, call.get("id"), out);
        writeText("type", 1, call.get("type"), out);
        if (call.get("function") instanceof Map<?, ?> function) {
            out.startField("function", 2);
            out.startGroup();
            writeText("name", 0, function.get("name"), out);
            writeText("arguments", 1, function.get("arguments"), out);
            out.endGroup();
            out.endField("function", 2);
        }
        out.endGroup();
    }

    private static Object orEmpty(@Nullable Object text) {
        return text == null ? "" : text;
    }

    private static void writeText(String name, int index, @Nullable Object value, RecordConsumer out) {
        if (value != null) {
            out.startField(name, index);
            out.addBinary(text(value));
            out.endField(name, index);
        }
    }

    /** {@return a text as it is, and anything else as compact JSON} */
    static Binary text(Object value) {
        return Binary.fromString(value instanceof String plain ? plain : Json.write(value));
    }
}
