package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Dataset records as JSON Lines. A line is the record as its topic carries it, byte for byte, so whoever rebuilds the dataset
 * from the topic gets the same file. Only in an export with both shapes do texts become messages.
 */
@ApplicationScoped
class TrlFormat implements ExportFormat {

    private static final FormatCard CARD = new FormatCard(50, "TRL", "TRL preferences",
            "One line per preference with prompt, chosen and rejected, as TRL's trainers read them.",
            "https://huggingface.co/docs/trl/dataset_formats#preference", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of("training"));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(source.preferences(), TrlFormat::write);
    }

    private static void write(Iterator<String> records, Writer out) throws IOException {
        while (records.hasNext()) {
            String record = records.next();
            boolean isOneLine = record.indexOf('\n') < 0 && record.indexOf('\r') < 0;
            if (!isOneLine || !record.startsWith("{") || !record.endsWith("}")) {
                throw new IllegalArgumentException("a record must be one JSON object on one line");
            }
            out.write(record);
            out.write('\n');
        }
    }
}
