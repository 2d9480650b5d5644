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
import org.prefstream.export.format.Inspection;

/**
 * A format that makes lines of dataset records, one record after the other. It has the parameters {@code part}, {@code lint} and,
 * if it takes texts and messages, {@code shape}.
 */
interface TrainingFormat extends ExportFormat {

    /** The word on every format that has dataset records. */
    String TRAINING = "training";
    /** The word on the formats of TRL, which most people train with. */
    String TRL = "TRL";
    /** The word on formats of other programs that people run themselves. */
    String TRAINER = "trainer";
    /** The word on formats of services that tune models. */
    String SERVICE = "service";
    /** The word on formats of services that have ended, or are about to. */
    String ENDED_SERVICE = "ended-service";

    /** {@return the rules for the rows of one file, in the order in which they are asked} */
    List<LintRule> rules();

    /** {@return the lines that a row becomes; most formats have one} The row keeps all rules. */
    List<Map<String, Object>> lines(TrainingRow row);

    /** {@return whether it writes texts as texts and conversations as messages} Others have one shape for both. */
    default boolean hasShapes() {
        return false;
    }

    /** {@return whether it has each judgement's best answers alone, and not one for each pair} */
    default boolean hasBestAnswers() {
        return false;
    }

    /** {@return how large a file may be} */
    default FileLimits limits() {
        return FileLimits.NONE;
    }

    /** {@return what stands around and between the lines} */
    default Frame frame() {
        return Frame.LINES;
    }

    /** {@return the format that the request's {@code variant} means} */
    default TrainingFormat variant(ExportSource source) {
        return this;
    }

    @Override
    default Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put(Part.NAME, List.of(Part.DATA, Part.PROVENANCE, Part.REJECTED));
        choices.put(Part.LINT, List.of(Part.LEAVE_OUT, Part.STRICT, Part.REPORT));
        if (hasShapes()) {
            choices.put(Part.SHAPE, List.of("auto", "text", "messages"));
        }
        return choices;
    }

    @Override
    default Set<String> flags() {
        return Set.of(ProvenanceLine.NAMES);
    }

    @Override
    default FileType file(Map<String, String> choices) {
        return Part.of(choices::get).equals(Part.DATA) ? card().file() : FileType.JSON_LINES;
    }

    /** Loaders fail on a file without rows. */
    @Override
    default long rowsMin() {
        return limits().rowsMin();
    }

    @Override
    default Optional<Inspection> inspect(ExportSource source, boolean sized) {
        return Optional.of(Linter.inspect(variant(source), source, sized || limits().hasBytesMax()));
    }

    @Override
    default ExportFile open(ExportSource source) {
        TrainingFormat meant = variant(source);
        return switch (Part.of(source::choice)) {
            case Part.PROVENANCE -> TrainingFile.provenance(meant, source);
            case Part.REJECTED -> TrainingFile.rejected(meant, source);
            default -> TrainingFile.data(meant, source);
        };
    }
}
