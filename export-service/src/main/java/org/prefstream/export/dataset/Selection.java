package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which part of a project is wanted.
 *
 * @param taskIds only these tasks and what belongs to them; empty for all
 * @param untouchedToo whether tasks without a wanted judgement are wanted, too
 * @param judgements whose, and of which time
 * @param pairs which rows these give
 */
public record Selection(
        long projectId,
        Set<Long> taskIds,
        boolean untouchedToo,
        Judgements judgements,
        PairChoice pairs) {

    /**
     * The copies of rows with what the annotation and the unit of each say. Either is left out of the plan where nobody asks for it, and
     * looked up once a row where more than one rule does. The sum lets no plan take the project for a constant, and walk over all of its
     * units for each row (ADR 0074).
     */
    private static final String ROWS = """
            (select p.project_id, p.task_id, p.annotation_id, p.record_id, p.revision, p.shape, p.record, p.part, p.prefers,
                p.strength, p.split_place, p.texts_hash, p.is_upward, p.guidelines_version, p.tie_line,
                a.annotator_id, a.judged_us, a.ground_truth, a.label_config_sha256, u.counts, u.agreement
             from %s p
                 left join annotation_copy a on a.annotation_id = p.annotation_id
                 left join judged_unit u on u.project_id = p.project_id + 0 and u.task_id = p.task_id and u.part = p.part
             where (%s)%s) p""";

    public Selection {
        taskIds = Set.copyOf(taskIds);
    }

    /** {@return the rows to choose from, in SQL, with the alias {@code p}} */
    String rows() {
        TieChoice ties = pairs.ties();
        return ROWS.formatted(ties.rows(), ties.condition(), ties.withoutEdited("p"));
    }

    /** {@return what the row {@code p} of {@link #rows} must be like} */
    List<Rule> rowRules() {
        return Stream.of(judgements.rules("p"), rowRulesOfSelected()).flatMap(List::stream).toList();
    }

    /** {@return those of them that say nothing of the judgement that a row comes from} */
    List<Rule> rowRulesOfSelected() {
        List<Rule> ofVote = pairs.byMajority() ? new Vote(this).rules() : List.of();
        return Stream.of(pairs.rules(), ofVote).flatMap(List::stream).toList();
    }

    /** {@return what the copy {@code t} of a task must be like} */
    List<Rule> taskRules() {
        return taskRules("");
    }

    /** {@return the same, looked up for each task by itself, whatever is known of the annotations} */
    List<Rule> taskRulesInPortions() {
        return taskRules(" offset 0");
    }

    private List<Rule> taskRules(String end) {
        if (untouchedToo) {
            return List.of();
        }
        StringBuilder touched = new StringBuilder(
                "exists (select from annotation_copy a where a.project_id = t.project_id and a.task_id = t.task_id");
        List<Object> parameters = new ArrayList<>();
        for (Rule rule : judgements.rules("a")) {
            touched.append(" and ").append(rule.condition());
            parameters.addAll(rule.parameters());
        }
        return List.of(new Rule(LeftOut.NOTHING_SELECTED, touched.append(end).append(')').toString(), parameters));
    }

    /** {@return the same of one split} */
    public Selection of(SplitChoice split) {
        return new Selection(projectId, taskIds, untouchedToo, judgements, pairs.of(split));
    }

    /** {@return the same with all rows that ties and "both bad" have, if it has rows of ties} */
    public Selection withAllTies() {
        return pairs.ties().hasTies() ? of(TieChoice.ALL) : this;
    }

    /** {@return the same with other rows of ties} */
    public Selection of(TieChoice ties) {
        return new Selection(projectId, taskIds, untouchedToo, judgements, pairs.with(ties));
    }

    /** {@return whether what it asks stands beside the copies} */
    public boolean asksFacts() {
        return !rowRules().isEmpty() || pairs.ties().hasTies();
    }
}
