package org.prefstream.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Label Studio's smaller JSON: a list of indented objects. A key of the data may also be the name of a control, or a key that
 * every object has. It then keeps its place but loses its value, as in Label Studio.
 */
@ApplicationScoped
class JsonMinFormat implements ExportFormat {

    private static final FormatCard CARD = new FormatCard(20, "JSON_MIN", "JSON-MIN",
            "One object per annotation: the task's data and what each control says.",
            "https://labelstud.io/guide/export.html#JSON-MIN", RowKind.ANNOTATION, FileType.LABEL_STUDIO_JSON);

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(FlatRow.allOf(source), JsonMinFormat::write);
    }

    private static void write(Iterator<FlatRow> rows, OutputStream out) throws IOException {
        JsonGenerator json = JsonText.indented(out);
        json.writeRaw("[\n");
        while (rows.hasNext()) {
            JsonText.write(json, keys(rows.next()));
        }
        json.writeRaw("\n]");
        json.flush();
    }

    private static Map<String, @Nullable Object> keys(FlatRow row) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>(row.task().data());
        keys.put("id", row.task().id());
        keys.putAll(row.answers());
        keys.putAll(row.provenance());
        return keys;
    }
}
