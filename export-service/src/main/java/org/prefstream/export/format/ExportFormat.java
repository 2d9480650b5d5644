package org.prefstream.export.format;

import java.util.Set;

/**
 * A format that projects can be exported in. Each is one class, a bean, and is found by being one: nothing else lists formats.
 */
public interface ExportFormat {

    /** {@return what the format is called, is for, reads and makes} */
    FormatCard card();

    /** {@return the query parameters of its own that may be true or false; a request for another format may not set them} */
    default Set<String> flags() {
        return Set.of();
    }

    /**
     * Begins a file. A format that must see all rows before it can write the first one, as a table its columns, reads them here.
     *
     * @param source opened once or twice; it must be of use until the file is closed
     * @throws ExportRefused if the rows make no file that anything reads
     */
    ExportFile open(ExportSource source);
}
