package org.prefstream.export.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

    private static final int BUFFER_BYTES = 16 * 1024;

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(source.preferences(), TrlFormat::write);
    }

    private static void write(Iterator<byte[]> records, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        while (records.hasNext()) {
            byte[] record = records.next();
            if (!isObjectOnOneLine(new String(record, StandardCharsets.ISO_8859_1))) {
                throw new IllegalArgumentException("a record must be one JSON object on one line");
            }
            buffered.write(record);
            buffered.write('\n');
        }
        buffered.flush();
    }

    /** @param bytes one character for each byte: what is looked for is one byte in UTF-8 and no part of another character */
    private static boolean isObjectOnOneLine(String bytes) {
        return bytes.startsWith("{") && bytes.endsWith("}") && bytes.indexOf('\n') < 0 && bytes.indexOf('\r') < 0;
    }
}
