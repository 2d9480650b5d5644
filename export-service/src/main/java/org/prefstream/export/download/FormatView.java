package org.prefstream.export.download;

import java.util.List;

import org.prefstream.export.format.FormatCard;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A format as the list of formats shows it, with Label Studio's keys.
 *
 * @param ending the end of its files' names, without the dot; no key of Label Studio's
 */
public record FormatView(
        String title,
        String description,
        String link,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        String name,
        String ending) {

    static FormatView of(FormatCard card) {
        return new FormatView(card.title(), card.description(), card.link(), card.tags(), card.name(),
                card.file().ending());
    }
}
