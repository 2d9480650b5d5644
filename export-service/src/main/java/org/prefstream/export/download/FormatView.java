package org.prefstream.export.download;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.export.dataset.WrittenAnswers;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;
import org.prefstream.labelstudio.tag.TagType;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A format as the list of formats shows it, with Label Studio's keys.
 *
 * @param disabled whether the project can have nothing for it, as it is configured; only where it is so
 * @param ending the end of its files' names, without the dot; no key of Label Studio's
 * @param choices the parameters that its files take, each with the words that it may be, the usual one first; no words where it may
 *        be any text. No key of Label Studio's
 */
public record FormatView(
        String title,
        String description,
        String link,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        String name,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean disabled,
        String ending,
        Map<String, List<String>> choices) {

    static FormatView of(ExportFormat format, ComparisonSpec spec) {
        FormatCard card = format.card();
        Map<String, List<String>> choices = new LinkedHashMap<>(format.choices());
        if (Compression.isOfUse(format)) {
            choices.put(Compression.PARAMETER, Compression.WORDS);
        }
        return new FormatView(card.title(), card.description(), card.link(), card.tags(), card.name(),
                !mayHaveRows(format, spec), card.file().ending(), choices);
    }

    private static boolean mayHaveRows(ExportFormat format, ComparisonSpec spec) {
        return format.card().rows() != RowKind.PREFERENCE || TagType.compares(spec)
                || (format.takesWrittenAnswers() && WrittenAnswers.areIn(spec));
    }
}
