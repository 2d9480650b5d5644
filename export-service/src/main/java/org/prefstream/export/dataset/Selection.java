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

    public Selection {
        taskIds = Set.copyOf(taskIds);
    }

    /** {@return what the copy {@code p} of a row must be like} */
    List<Rule> rowRules() {
        Stream<Rule> ofJudgements = judgements.rules().stream().map(rule -> rule.ofAnnotationOf("p"));
        Stream<Rule> ofVote = pairs.byMajority() ? new Vote(this).rules().stream() : Stream.empty();
        return Stream.of(ofJudgements, pairs.rules().stream(), ofVote).flatMap(rules -> rules).toList();
    }

    /** {@return what the copy {@code t} of a task must be like} */
    List<Rule> taskRules() {
        if (untouchedToo) {
            return List.of();
        }
        StringBuilder touched = new StringBuilder(
                "exists (select from annotation_copy a where a.project_id = t.project_id and a.task_id = t.task_id");
        List<Object> parameters = new ArrayList<>();
        for (Rule rule : judgements.rules()) {
            touched.append(" and ").append(rule.condition());
            parameters.addAll(rule.parameters());
        }
        return List.of(new Rule(LeftOut.NOTHING_SELECTED, touched.append(')').toString(), parameters));
    }

    /** {@return the same of one split} */
    public Selection of(SplitChoice split) {
        return new Selection(projectId, taskIds, untouchedToo, judgements, pairs.of(split));
    }

    /** {@return whether what it asks stands beside the copies} */
    public boolean asksFacts() {
        return !rowRules().isEmpty();
    }
}
