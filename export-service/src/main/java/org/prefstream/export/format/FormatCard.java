package org.prefstream.export.format;

import java.util.List;

/**
 * Describes a format to the people and programs that choose one.
 *
 * @param place where it stands among all formats, lower numbers first; a request that names no format gets the first one
 * @param name the name that requests use, in capitals
 * @param title the name that people read
 * @param description a sentence that tells it from the others
 * @param link where whoever invented the format documents it; a document of this repository would have no address
 * @param rows what it has a row for
 * @param file the kind of file that it makes
 * @param tags words to find it by
 */
public record FormatCard(
        int place,
        String name,
        String title,
        String description,
        String link,
        RowKind rows,
        FileType file,
        List<String> tags) {

    public FormatCard {
        tags = List.copyOf(tags);
    }

    FormatCard(int place, String name, String title, String description, String link, RowKind rows, FileType file) {
        this(place, name, title, description, link, rows, file, List.of());
    }
}
