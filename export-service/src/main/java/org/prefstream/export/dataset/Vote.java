package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What the wanted judgements of two answers say together. Each person has one vote, with their last judgement. A tie, both bad and
 * cannot judge are votes as well, so that a row needs more than half of all.
 *
 * @param selection whose judgements have a vote
 */
record Vote(Selection selection) {

    /** The votes for what the row {@code p} says, or all. */
    private static final String VOTES = """
            (select %s from (
                select distinct on (a.annotator_id) v.value, a.annotation_id, a.annotator_id
                from annotation_copy a, json_to_recordset(cast(a.judged_pairs as json)) as v (part text, value int)
                where a.project_id = p.project_id and a.task_id = p.task_id and v.part = p.part%s
                order by a.annotator_id, a.judged_us desc nulls last, a.annotation_id desc) v)""";
    /** Null where the row's own judgement is the only vote, so that the row says everything already. */
    private static final String WHO = """
            case when count(*) > 1 or min(v.annotation_id) <> p.annotation_id then
                jsonb_agg(jsonb_build_object('record_id', v.annotation_id || '/' || p.part, 'annotation_id', v.annotation_id,
                    'annotator_id', v.annotator_id, 'outcome', case v.value when %d then 'tie' when %d then 'both_bad'
                        when %d then 'cannot_judge' else 'preference' end,
                    'vote', case when v.value = p.prefers then 'for' else 'against' end) order by v.annotation_id) end"""
            .formatted(JudgedPair.TIE, JudgedPair.BOTH_BAD, JudgedPair.CANNOT_JUDGE);
    private static final String FOR = "count(*) filter (where v.value = p.prefers)";
    /** Those of all people are counted already, see judged_unit. A row without a unit has the only vote of its task. */
    private static final String FOR_OF_ALL = "coalesce(p.counts[p.prefers + 1], 1)";
    private static final String OF_ALL = "coalesce(p.counts[1] + p.counts[2] + p.counts[3] + p.counts[4] + p.counts[5], 1)";
    /** Which rows of ties are wanted is not asked of earlier rows: they say the same as one that is wanted. */
    private static final String EARLIER = """
            not exists (select from %s e%s where e.project_id = p.project_id + 0 and e.task_id = p.task_id
                and e.annotation_id < p.annotation_id and e.part = p.part and e.prefers = p.prefers%s)""";

    /** {@return what the row {@code p} must be like: the vote says the same, and it is the first that does} */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(isOfAll()
                ? new Rule(LeftOut.NOT_THE_MAJORITY, "2 * %s > %s".formatted(FOR_OF_ALL, OF_ALL), List.of())
                : new Rule(LeftOut.NOT_THE_MAJORITY, votes("2 * " + FOR + " > count(*)"), voters()));
        TieChoice ties = selection.pairs().ties();
        StringBuilder earlier = new StringBuilder(ties.withoutEdited("e"));
        List<Object> parameters = new ArrayList<>();
        wanted().forEach(rule -> {
            earlier.append(" and ").append(rule.condition());
            parameters.addAll(rule.parameters());
        });
        if (selection.pairs().minStrength() > 0) {
            earlier.append(" and e.strength >= ?");
            parameters.add(selection.pairs().minStrength());
        }
        String judgements = isOfAll() ? "" : " join annotation_copy a on a.annotation_id = e.annotation_id";
        rules.add(new Rule(LeftOut.MERGED, EARLIER.formatted(ties.rows(), judgements, earlier), parameters));
        return rules;
    }

    /** {@return how many judgements say what the row {@code p} says, in SQL} Its parameters are {@link #voters}. */
    String agreeing() {
        return isOfAll() ? FOR_OF_ALL : votes(FOR);
    }

    /** {@return how many judgements there are, in SQL} Its parameters are {@link #voters}. */
    String all() {
        return isOfAll() ? OF_ALL : votes("count(*)");
    }

    /** {@return who has a vote, and which side each of them took, as a JSON array in SQL} Its parameters are {@link #voters}. */
    String who() {
        return votes(WHO);
    }

    private boolean isOfAll() {
        return wanted().isEmpty();
    }

    private List<Rule> wanted() {
        return selection.judgements().rules("a");
    }

    private String votes(String what) {
        StringBuilder voting = new StringBuilder();
        wanted().forEach(rule -> voting.append(" and ").append(rule.condition()));
        return VOTES.formatted(what, voting);
    }

    /** {@return the values for each {@code ?} in what counts votes} */
    List<Object> voters() {
        return wanted().stream().flatMap(rule -> rule.parameters().stream()).toList();
    }
}
