package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.view.ExportedTaskView;

import com.fasterxml.jackson.core.JsonGenerator;

/** Label Studio's JSON: one array of tasks. */
@ApplicationScoped
class JsonFormat implements ExportFormat {

    private static final FormatCard CARD = new FormatCard(10, "JSON", "JSON",
            "Every task with its annotations, complete: Label Studio's own form.", RowKind.TASK,
            FileType.LABEL_STUDIO_JSON);

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(source.tasks(), JsonFormat::write);
    }

    private static void write(Iterator<ExportedTaskView> tasks, Writer out) throws IOException {
        JsonGenerator json = JsonText.compact(out);
        json.writeStartArray();
        while (tasks.hasNext()) {
            JsonText.write(json, tasks.next());
        }
        json.writeEndArray();
        json.flush();
    }
}
