package org.prefstream.export.format;

import java.util.List;

/**
 * What a format is.
 *
 * @param place where it stands among all formats, lower numbers first; the first is the one of a request that names none
 * @param name what requests call it, in capitals
 * @param title what people call it
 * @param description a sentence that tells it from the others
 * @param rows what it has rows of
 * @param tags words to find it by
 */
public record FormatCard(
        int place,
        String name,
        String title,
        String description,
        RowKind rows,
        FileType file,
        List<String> tags) {

    public FormatCard {
        tags = List.copyOf(tags);
    }

    FormatCard(int place, String name, String title, String description, RowKind rows, FileType file) {
        this(place, name, title, description, rows, file, List.of());
    }
}
