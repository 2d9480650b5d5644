package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Rows;
import org.prefstream.export.format.Ties;

/**
 * A format that makes lines of dataset records, one record after the other. A class of it is a card and a declaration, and overrides
 * what these cannot say. It has the parameters {@code part}, {@code lint}, {@code conflicts} and, if it takes texts and messages,
 * {@code shape}.
 */
abstract class TrainingFormat implements ExportFormat {

    private final FormatCard card;
    private final Declaration declaration;

    TrainingFormat(FormatCard card, Declaration declaration) {
        this.card = card;
        this.declaration = declaration;
    }

    /** {@return the declaration that the request's {@code variant} means} */
    Declaration variant(ExportSource source) {
        return declaration;
    }

    @Override
    public FormatCard card() {
        return card;
    }

    @Override
    public Ties ties() {
        return declaration.ties();
    }

    /** What needs the best answer alone needs no other one. */
    @Override
    public boolean takesWrittenAnswers() {
        return declaration.hasBestAnswers();
    }

    boolean hasShapes() {
        return declaration.hasShapes();
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put(Part.NAME, List.of(Part.DATA, Part.PROVENANCE, Part.REJECTED));
        choices.put(Part.LINT, List.of(Part.LEAVE_OUT, Part.STRICT, Part.REPORT));
        choices.put(Part.CONFLICTS, List.of(Part.KEEP, Part.DROP));
        if (hasShapes()) {
            choices.put(Part.SHAPE, List.of("auto", "text", "messages"));
        }
        return choices;
    }

    @Override
    public Set<String> flags() {
        return Set.of(ProvenanceLine.NAMES);
    }

    @Override
    public FileType file(Map<String, String> choices) {
        return Part.of(choices::get).equals(Part.DATA) ? card.file() : FileType.JSON_LINES;
    }

    /** Loaders fail on a file without rows. */
    @Override
    public long rowsMin() {
        return declaration.limits().rowsMin();
    }

    @Override
    public Optional<Inspection> inspect(ExportSource source, boolean sized) {
        Declaration meant = variant(source);
        return Optional.of(Linter.inspect(meant, source, sized || meant.limits().hasBytesMax()));
    }

    @Override
    public ExportFile open(ExportSource source) {
        return switch (Part.of(source::choice)) {
            case Part.PROVENANCE -> TrainingFile.provenance(variant(source), source, recordsWithOrigin(source));
            case Part.REJECTED -> TrainingFile.rejected(variant(source), source);
            default -> data(source);
        };
    }

    /** {@return the file of the rows} */
    ExportFile data(ExportSource source) {
        return TrainingFile.data(variant(source), source);
    }

    /** {@return what the provenance is made of: the records in the order of the file, with what is known of each} */
    Rows<byte[]> recordsWithOrigin(ExportSource source) {
        return source.preferencesWithOrigin();
    }
}
