package org.prefstream.export.format;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** What an export is made of: the selected rows, as they stood at one moment, and the flags of the request. */
public interface ExportSource {

    /**
     * {@return what the project's present configuration means}
     *
     * <p>Of the formats that have annotations, only JSON has answers to controls that the configuration no longer has.
     */
    ComparisonSpec spec();

    /** {@return the tasks with their annotations, in the order of task ids} */
    Rows<ExportedTaskView> tasks();

    /**
     * {@return the dataset records, each as JSON on one line in UTF-8 and as its topic carries it}
     *
     * <p>All of them have one shape: if some are conversations, the texts among them become messages.
     */
    Rows<byte[]> preferences();

    /** {@return what a file of that format has a row for, as far as it is made of this} */
    default RowKind rows(ExportFormat format) {
        return format.card().rows();
    }

    /**
     * {@return the splits that the dataset records are dealt to, in their order; one of all records, called train, where none were asked
     * for}
     */
    default List<Split> splits() {
        return List.of(new Split("train", preferences(), preferencesWithOrigin()));
    }

    /**
     * {@return the dataset records in the same order, each with {@code agreement} and {@code label_config_sha256} as well, and with
     * {@code voters} where it stands for more judgements than its own}
     *
     * <p>Agreement is the share of pairs of judgements of its two answers that say the same. Either is null where nobody knows it.
     */
    default Rows<byte[]> preferencesWithOrigin() {
        return preferences();
    }

    /**
     * {@return the judged pairs that have no dataset record because nothing could be trained on them, each as a JSON object with
     * {@code record_id}, {@code code} and what is known of it as {@code row}}
     */
    default Rows<byte[]> untrainable() {
        return Stream::empty;
    }

    /** {@return how many prompts with the same two answers have records that prefer the one, and records that prefer the other} */
    default long conflicts() {
        return 0;
    }

    /** Tells the keys of these records. */
    default void conflicting(Consumer<String> recordIds) {
        // A source that counts none has none.
    }

    /** {@return records of the ties that were asked for and that the format can have no row of, as if the first answer were chosen} */
    default Rows<byte[]> impossibleTies() {
        return Stream::empty;
    }

    /** {@return what people were told of the project} */
    default About about() {
        return new About("", "");
    }

    /** {@return everybody who has an account here, by id} */
    Map<Long, ExportedAuthor.Person> people();

    /** {@return the word that the request has for one of the format's {@link ExportFormat#choices()}; null if it has none} */
    default @Nullable String choice(String name) {
        return null;
    }

    /** {@return a name for a person that says nothing of who it is, and is always the same in a project of this installation} */
    default String pseudonym(long personId) {
        throw new UnsupportedOperationException("this source has no pseudonyms");
    }

    /** {@return whether one of the format's {@link ExportFormat#flags()} is true} */
    boolean has(String flag);

    /**
     * A part of the dataset records.
     *
     * @param name such as {@code train}
     * @param rowsWithOrigin the same rows, as {@link #preferencesWithOrigin()} has them
     */
    record Split(String name, Rows<byte[]> rows, Rows<byte[]> rowsWithOrigin) {

        /** A part of which nobody knows more. */
        public Split(String name, Rows<byte[]> rows) {
            this(name, rows, rows);
        }
    }

    /**
     * What people were told of a project.
     *
     * @param guidelines what annotators were to do
     */
    record About(String title, String guidelines) {
    }
}
