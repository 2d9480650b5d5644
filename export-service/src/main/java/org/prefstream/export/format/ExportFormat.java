package org.prefstream.export.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * A format in which projects can be exported. Each format is one class. It is found because it is a bean; nothing else lists
 * formats.
 */
public interface ExportFormat {

    /** {@return what the format is called, what it is for, and which rows and kind of file it has} */
    FormatCard card();

    /** {@return the format's own query parameters, which are true or false; a request for another format must not set them} */
    default Set<String> flags() {
        return Set.of();
    }

    /**
     * {@return the format's further query parameters, each with the words that it may be, the usual one first; no words where it may
     * be any text} A request for another format must not have them.
     */
    default Map<String, List<String>> choices() {
        return Map.of();
    }

    /** {@return what a choice that may be any text must be; null where the format can have it so} */
    default @Nullable String refusal(String choice, String value) {
        return null;
    }

    /** {@return the kind of file that a request with these choices makes} */
    default FileType file(Map<String, String> choices) {
        return card().file();
    }

    /**
     * {@return what a format that checks each row finds, before anything of the file is written; nothing where every row is taken}
     *
     * @param source is read to its end
     * @param sized whether the bytes of the file are asked for, which takes writing all of it
     */
    default Optional<Inspection> inspect(ExportSource source, boolean sized) {
        return Optional.empty();
    }

    /**
     * Refuses what {@link #open} would refuse for the sake of a choice that only the rows can judge. Counts of the database alone would
     * promise a file that there is not.
     *
     * @throws ProblemException a 400 that names the choice
     */
    default void requirePossible(ExportSource source) {
        // Rows of most formats are as the format says, whatever is chosen.
    }

    /** {@return how many rows a file needs at least, so that what it is for takes it} */
    default long rowsMin() {
        return 0;
    }

    /** {@return which rows of ties a file can have} */
    default Ties ties() {
        return Ties.NONE;
    }

    /**
     * {@return whether a file can be of texts that people wrote where nothing is compared: of dataset records that have no {@code rejected}}
     */
    default boolean takesWrittenAnswers() {
        return false;
    }

    /** {@return whether a file can hold several splits, each for itself} */
    default boolean holdsSplits() {
        return false;
    }

    /** {@return whether a file is the records as their topic carries them, so that its size is known before} */
    default boolean writesRecordsAsTheyAre() {
        return false;
    }

    /**
     * Begins a file. Some formats must see all rows before they can write the first one, as a table collects its columns. They
     * read the rows here.
     *
     * @param source may be read twice; it must stay usable until the file is closed
     * @throws ExportRefused if the rows make a file that nothing could read
     */
    ExportFile open(ExportSource source);
}
