package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What the wanted judgements of two answers say together. A tie, both bad and cannot judge are votes as well, so that a row needs
 * more than half of all.
 *
 * @param selection whose judgements have a vote
 */
record Vote(Selection selection) {

    /** The votes for what the row {@code p} says, and all. */
    private static final String VOTES = """
            (select %s from annotation_copy a, json_to_recordset(cast(a.judged_pairs as json)) as v (part text, value int)
             where a.project_id = p.project_id and a.task_id = p.task_id and v.part = p.part%s)""";
    private static final String FOR = "count(*) filter (where v.value = p.prefers)";
    private static final String EARLIER = """
            not exists (select from preference_copy e where e.project_id = p.project_id and e.task_id = p.task_id
                and e.annotation_id < p.annotation_id and e.part = p.part and e.prefers = p.prefers%s)""";

    /** {@return what the copy {@code p} of a row must be like: the vote says the same, and it is the first that does} */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(LeftOut.NOT_THE_MAJORITY, votes("2 * " + FOR + " > count(*)"), voters()));
        StringBuilder earlier = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        selection.judgements().rules().stream().map(rule -> rule.ofAnnotationOf("e")).forEach(rule -> {
            earlier.append(" and ").append(rule.condition());
            parameters.addAll(rule.parameters());
        });
        if (selection.pairs().minStrength() > 0) {
            earlier.append(" and e.strength >= ?");
            parameters.add(selection.pairs().minStrength());
        }
        rules.add(new Rule(LeftOut.MERGED, EARLIER.formatted(earlier), parameters));
        return rules;
    }

    /** {@return how many judgements say what the row {@code p} says, in SQL} Its parameters are {@link #voters}. */
    String agreeing() {
        return votes(FOR);
    }

    /** {@return how many judgements there are, in SQL} Its parameters are {@link #voters}. */
    String all() {
        return votes("count(*)");
    }

    private String votes(String what) {
        StringBuilder voting = new StringBuilder();
        selection.judgements().rules().forEach(rule -> voting.append(" and ").append(rule.condition()));
        return VOTES.formatted(what, voting);
    }

    /** {@return the values for each {@code ?} in what counts votes} */
    List<Object> voters() {
        return selection.judgements().rules().stream().flatMap(rule -> rule.parameters().stream()).toList();
    }
}
