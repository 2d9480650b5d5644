package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes {@link ExportFormat#JSON_MIN}: a list of indented objects. A key of the data that is also one of the task's or
 * annotation's own, or a control's name, keeps its place and loses its value, as in Label Studio.
 */
final class FlatJsonWriter implements RowWriter<ExportedTask> {

    private final ComparisonSpec spec;
    private final JsonGenerator json;

    FlatJsonWriter(ComparisonSpec spec, Writer out) throws IOException {
        this.spec = spec;
        json = JsonText.indented(out);
        json.writeRaw("[\n");
    }

    @Override
    public void write(ExportedTask task) throws IOException {
        for (FlatRow row : FlatRow.of(task, spec)) {
            JsonText.write(json, keys(row));
        }
    }

    @Override
    public void finish() throws IOException {
        json.writeRaw("\n]");
        json.flush();
    }

    private static Map<String, @Nullable Object> keys(FlatRow row) {
        ExportedAnnotation annotation = row.annotation();
        Map<String, @Nullable Object> keys = new LinkedHashMap<>(row.task().data());
        keys.put("id", row.task().id());
        keys.putAll(row.answers());
        keys.put("annotator", annotation == null ? null : annotation.completedBy());
        keys.put("annotation_id", annotation == null ? null : annotation.id());
        keys.put("created_at", annotation == null ? null : Times.text(annotation.createdAt()));
        keys.put("updated_at", annotation == null ? null : Times.text(annotation.updatedAt()));
        keys.put("lead_time", annotation == null ? null : FloatNumber.of(annotation.leadTime()));
        return keys;
    }
}
