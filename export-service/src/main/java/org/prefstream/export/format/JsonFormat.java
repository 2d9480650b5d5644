package org.prefstream.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

import com.fasterxml.jackson.core.JsonGenerator;

/** Label Studio's JSON: one array of tasks. Authors are ids, or people by address, as another installation can read them. */
@ApplicationScoped
class JsonFormat implements ExportFormat {

    private static final String AUTHORS = "authors";
    private static final FormatCard CARD = new FormatCard(10, "JSON", "JSON",
            "Every task with its annotations, complete: Label Studio's own form.",
            "https://labelstud.io/guide/export.html#JSON", RowKind.TASK, FileType.LABEL_STUDIO_JSON);

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public Set<String> flags() {
        return Set.of(AUTHORS);
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(source.has(AUTHORS) ? naming(source) : source.tasks(), JsonFormat::write);
    }

    private static Rows<ExportedTaskView> naming(ExportSource source) {
        Map<Long, ExportedAuthor.Person> people = source.people();
        return () -> source.tasks().open().map(task -> task.naming(people));
    }

    private static void write(Iterator<ExportedTaskView> tasks, OutputStream out) throws IOException {
        JsonGenerator json = JsonText.compact(out);
        json.writeStartArray();
        while (tasks.hasNext()) {
            JsonText.write(json, tasks.next());
        }
        json.writeEndArray();
        json.flush();
    }
}
