package org.prefstream.export.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Dataset records as JSON Lines. A line is the record as its topic carries it, byte for byte, so whoever rebuilds the dataset
 * from the topic gets the same file. Only in an export with both shapes do texts become messages. That a record is one line is
 * seen to where it is copied.
 */
@ApplicationScoped
class TrlFormat implements ExportFormat {

    private static final FormatCard CARD = new FormatCard(50, "TRL", "TRL preferences",
            "One line per preference with prompt, chosen and rejected, as TRL's trainers read them.",
            "https://huggingface.co/docs/trl/dataset_formats#preference", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of("training"));

    private static final int BUFFER_BYTES = 16 * 1024;

    @Override
    public FormatCard card() {
        return CARD;
    }

    /** Loaders fail on a file without rows. */
    @Override
    public long rowsMin() {
        return 1;
    }

    @Override
    public boolean writesRecordsAsTheyAre() {
        return true;
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(source.preferences(), TrlFormat::write);
    }

    private static void write(Iterator<byte[]> records, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        while (records.hasNext()) {
            buffered.write(records.next());
            buffered.write('\n');
        }
        buffered.flush();
    }
}
