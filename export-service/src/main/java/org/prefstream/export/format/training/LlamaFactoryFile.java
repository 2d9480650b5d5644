package org.prefstream.export.format.training;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.RowFile;

/** The two files that LLaMA-Factory reads. All rows of an export have one shape, so the first one says which. */
final class LlamaFactoryFile {

    /** Equal rows make equal bytes, whenever they are zipped. It is the first moment that a zip file can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private LlamaFactoryFile() {
    }

    /** {@return a zip file of the data and of what it is} */
    static ExportFile zip(Declaration declaration, ExportSource source) {
        return new RowFile<>(TrainingFile.lines(declaration, source, source.preferences()), (lines, out) -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            begin(zip, LlamaFactoryFormat.DATA_FILE);
            declaration.frame().write(lines, zip);
            begin(zip, LlamaFactoryFormat.INFO_FILE);
            writeInfo(declaration, source, zip);
            zip.finish();
        });
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** {@return the file that says what the data is} */
    static ExportFile info(Declaration declaration, ExportSource source) {
        return new RowFile<>(TrainingFile.lines(declaration, source, source.preferences()),
                (lines, out) -> writeInfo(declaration, source, out));
    }

    private static void writeInfo(Declaration declaration, ExportSource source, OutputStream out) throws IOException {
        out.write(TrainingFile.json(LlamaFactoryFormat.info(isText(declaration, source))));
        out.write('\n');
    }

    private static boolean isText(Declaration declaration, ExportSource source) {
        try (Stream<Linter.Checked> rows = Linter.rows(declaration, source)) {
            return rows.filter(Linter.Checked::isTaken).findFirst().map(first -> first.row().isText()).orElse(true);
        }
    }
}
