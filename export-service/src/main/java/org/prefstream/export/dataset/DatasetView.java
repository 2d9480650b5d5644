package org.prefstream.export.dataset;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.PreferenceRecord.Shape;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.ExportedAuthor;

/**
 * The dataset as it was at one moment. Everything that is read from one view is of that moment, however often it is read. The
 * methods block. The streams hold little at a time, and the caller must close them.
 */
public final class DatasetView {

    private static final List<String> SHAPES = Stream.of(Shape.values()).map(Shape::name).toList();

    /** What an export says of a row that its record does not, in the order in which it does. */
    private static final List<String> BESIDE = List.of("votes", "votes_for", "outcome", "agreement",
            "label_config_sha256", "voters");
    private static final String ARE_FACTS_WHOLE = """
            select not exists (select from annotation_copy where project_id = ? and judged_us is null and not deleted)
                and not exists (select from preference_copy where project_id = ? and split_place is null and not deleted)
            """;

    private final Connection connection;

    DatasetView(Connection connection) {
        this.connection = connection;
    }

    /** {@return the project; empty if it is unknown or deleted} */
    public Optional<ProjectRecord> project(long projectId) {
        try (PreparedStatement select = connection
                .prepareStatement("select record from project_copy where project_id = ? and not deleted")) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                @Nullable
                String found = row.next() ? row.getString(1) : null;
                return Optional.ofNullable(found).map(json -> Json.read(json, ProjectRecord.class));
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /**
     * {@return the dataset records as their topic carries them, in UTF-8, in the order of task, annotation and key}
     *
     * <p>All of them have one shape: if some are conversations, the texts among them become messages.
     */
    public Stream<byte[]> preferences(Selection selection) {
        return records(Query.preferences(selection));
    }

    /**
     * {@return the same, each with {@code agreement}, the share of pairs of judgements of its two answers that say the same, and with
     * {@code label_config_sha256}; null where there is none; and with {@code voters} where it stands for more judgements than its own}
     * Everybody's judgements count for the agreement, as for {@link PairChoice#minAgreement}.
     */
    public Stream<byte[]> preferencesWithOrigin(Selection selection) {
        return records(Query.preferences(selection).withOrigin());
    }

    private Stream<byte[]> records(Query query) {
        boolean areMixed = areMixed(query);
        Stream<byte[]> rows = stream(new Cursor(connection, query));
        return areMixed ? rows.map(DatasetView::asMessages) : rows;
    }

    /**
     * {@return the pairs of selected judgements that have no row because nothing could be trained on them, each as a JSON object with
     * {@code record_id}, {@code code} and what is known of it as {@code row}}
     */
    public Stream<byte[]> untrainable(Selection selection) {
        return stream(new Cursor(connection, Query.untrainable(selection)));
    }

    /** {@return whether some rows are texts and others conversations, so that the texts become messages} */
    public boolean areMixed(Selection selection) {
        return areMixed(Query.preferences(selection));
    }

    private boolean areMixed(Query query) {
        return areMixed(connection, query);
    }

    static boolean areMixed(Connection connection, Query query) {
        return query.holdsEach(connection, "shape", SHAPES);
    }

    static byte[] asMessages(byte[] record) {
        PreferenceRecord row = Json.read(record, PreferenceRecord.class);
        return row.shape() == Shape.MESSAGES ? record : withBeside(record, Json.write(row.asMessages()));
    }

    /** Votes and outcomes are no part of a record. */
    private static byte[] withBeside(byte[] read, String record) {
        Map<String, Object> keys = Json.readObject(read);
        StringBuilder written = new StringBuilder(record).deleteCharAt(record.length() - 1);
        BESIDE.stream()
                .filter(keys::containsKey)
                .forEach(key -> written.append(",\"%s\":%s".formatted(key, Json.write(keys.get(key)))));
        return written.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the tasks with their annotations, in the order of task ids} */
    public Stream<JudgedTask> tasks(Selection selection) {
        return stream(new JudgedTasks(new Cursor(connection, Query.tasks(selection)),
                new Cursor(connection, Query.annotations(selection))));
    }

    /** {@return how many prompts with two answers have rows that prefer the one, and rows that prefer the other} */
    public long conflicts(Selection selection) {
        return new ContradictingRows(connection, Query.preferences(selection)).count();
    }

    /** Tells the keys of these rows. */
    public void conflicting(Selection selection, Consumer<String> recordIds) {
        new ContradictingRows(connection, Query.preferences(selection)).tell(recordIds);
    }

    /** {@return what people wrote in a project that compares nothing; empty in another one} */
    public Optional<WrittenAnswers> writtenAnswers(ComparisonSpec spec, Selection selection) {
        return WrittenAnswers.of(new WrittenAnswers.Judged() {

            @Override
            public Stream<JudgedTask> tasks() {
                return DatasetView.this.tasks(selection);
            }

            @Override
            public Counts countAnnotations() {
                return DatasetView.this.countAnnotations(selection);
            }
        }, spec, selection);
    }

    /** {@return what a file of the dataset records will hold, out of all pairs that were judged} */
    public Counts countPreferences(Selection selection) {
        boolean areMixed = areMixed(selection);
        return counting(selection).ofPairs(areMixed);
    }

    /** {@return what a file of annotations will hold; a task without any may have a row, too} */
    public Counts countAnnotations(Selection selection) {
        return counting(selection).ofAnnotations();
    }

    /** {@return what a file of tasks will hold} */
    public Counts countTasks(Selection selection) {
        return counting(selection).ofTasks();
    }

    private SelectionCounts counting(Selection selection) {
        allowJoins();
        return new SelectionCounts(connection, selection);
    }

    /** Lets the database join and sort whole tables, which a file read in portions must not. */
    private void allowJoins() {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Dataset.JOINS_AND_SORTS.replace("$", "on") + "; set local work_mem = '64MB'");
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return whether it is known of all copies of the project what selects them: those of a former version are seen to bit by bit} */
    public boolean areFactsWhole(long projectId) {
        try (PreparedStatement select = connection.prepareStatement(ARE_FACTS_WHOLE)) {
            select.setLong(1, projectId);
            select.setLong(2, projectId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Fails with a 503 where the {@link #areFactsWhole facts} are not whole yet. */
    public void requireFacts(long projectId) {
        if (!areFactsWhole(projectId)) {
            throw new ProblemException(ProblemType.LAGGING,
                    "Judgements that were made before this version are still being prepared for selection. Try again shortly.");
        }
    }

    /** {@return the rows of snapshots, in the same transaction} */
    public FrozenRows frozen() {
        return new FrozenRows(connection);
    }

    /**
     * Keeps the project from being deleted until the transaction ends, so that nothing of a deleted one is kept. It fails if the project
     * was changed since the view began.
     */
    public void holdProject(long projectId) {
        try (PreparedStatement select = connection
                .prepareStatement("select from project_copy where project_id = ? for share")) {
            select.setLong(1, projectId);
            select.execute();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return everybody who has an account here, by id} */
    public Map<Long, ExportedAuthor.Person> people() {
        try (PreparedStatement select = connection
                .prepareStatement("select user_id, email, first_name, last_name from access_copy where not deleted");
                ResultSet row = select.executeQuery()) {
            Map<Long, ExportedAuthor.Person> people = new HashMap<>();
            while (row.next()) {
                people.put(row.getLong(1), new ExportedAuthor.Person(row.getLong(1), row.getString(2), row.getString(3),
                        row.getString(4)));
            }
            return people;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    static <T> Stream<T> stream(Iterator<T> rows) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, traits), false);
    }
}
