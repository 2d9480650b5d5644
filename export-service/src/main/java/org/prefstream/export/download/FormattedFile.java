package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.ExportRefused;
import org.prefstream.export.format.ExportSource;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Writes the file that a format makes of a source, in work that may throw no checked exception. */
public final class FormattedFile {

    private FormattedFile() {
    }

    /**
     * Writes the file.
     *
     * @param ifEmpty if the file will have no rows, this is told why such a file has none, before the first byte
     * @throws UncheckedIOException if out fails
     */
    public static void write(ExportFormat format, ExportSource source, Consumer<String> ifEmpty, OutputStream out) {
        try (ExportFile file = format.open(source)) {
            if (file.isEmpty()) {
                ifEmpty.accept(format.card().rows().whyNone());
            }
            file.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs what writes.
     *
     * @throws ProblemException if no file of the format can hold the rows
     * @throws IOException if the file's output fails
     */
    public static void unwrapped(Runnable writing) throws IOException {
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof JsonProcessingException unreadable) {
                throw new IllegalStateException("a copy cannot be read", unreadable); // and is no fault of who asks
            }
            throw e.getCause();
        } catch (ExportRefused e) {
            throw new ProblemException(ProblemType.UNSUITABLE_FORMAT, String.valueOf(e.getMessage()));
        }
    }
}
