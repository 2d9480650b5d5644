package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;

/** Which rows there are of ties. A row of them says under {@code outcome} what it is, as all rows beside it do. */
public enum TieChoice {

    /** None: a row is a preference. */
    DROPPED("true"),
    /** One for each tie, with the first answer of the pair as the chosen one. */
    ONCE("p.tie_line = 0 or p.tie_line = 1 and p.prefers = " + JudgedPair.TIE),
    /** Two for each tie, one for either answer. */
    TWICE("p.tie_line = 0 or p.prefers = " + JudgedPair.TIE),
    /** One for each tie, and none of what is none. */
    ALONE("p.tie_line = 1 and p.prefers = " + JudgedPair.TIE),
    /** One for each tie, and one for each pair of which both answers are bad. */
    ONCE_AND_BOTH_BAD("p.tie_line <= 1"),
    /** All that there are: what a snapshot keeps, so that each format finds those that it can have. */
    ALL("true");

    /**
     * The rows of ties have the strength 0, and no answer of which is preferred. A condition within would have each portion of a file sort
     * all ties; so {@link #condition} stands outside.
     */
    private static final String WITH_TIES = """
            (select project_id, task_id, annotation_id, record_id, revision, shape, record, part, prefers, strength, split_place,
                texts_hash, is_upward, guidelines_version, cast(0 as smallint) as tie_line from preference_copy
             union all
             select project_id, task_id, annotation_id, record_id, revision, shape, record, part, prefers, cast(0 as smallint),
                split_place, texts_hash, cast(null as boolean), 0, tie_line from tie_row)""";
    /** In the words of an anti join: with "or" within, each portion of a file might hash all ties. */
    private static final String WITHOUT_EDITED = " and not exists "
            + "(select from tie_row edited where edited.record_id = $.record_id and $.tie_line = 0)";
    private static final String PREFERENCES = """
            (select *, cast(0 as smallint) as tie_line from preference_copy)""";

    private final String condition;

    TieChoice(String condition) {
        this.condition = condition;
    }

    /** {@return whether there are rows of ties} */
    public boolean hasTies() {
        return this != DROPPED;
    }

    /** {@return whether there are rows of pairs of which both answers are bad} */
    boolean hasBothBad() {
        return this == ONCE_AND_BOTH_BAD || this == ALL;
    }

    /** {@return what may have been said of a pair that has rows, in the words of records} */
    List<String> outcomes() {
        List<String> outcomes = new ArrayList<>(List.of("preference"));
        if (hasTies()) {
            outcomes.add("tie");
        }
        if (hasBothBad()) {
            outcomes.add("both_bad");
        }
        return outcomes;
    }

    /** {@return the rows to choose from, in SQL: a subquery with the columns of {@code preference_copy} and {@code tie_line}} */
    String rows() {
        return hasTies() ? WITH_TIES : PREFERENCES;
    }

    /** {@return what the row {@code p} of these must be like, in SQL} */
    String condition() {
        return condition;
    }

    /**
     * {@return what keeps out a preference whose annotation says by now that neither answer is better, in SQL} An edit comes on two topics,
     * and the copies of both are never waited for together: until the row is gone, its pair would have it and those of the tie.
     *
     * @param alias of one of the {@link #rows}
     */
    String withoutEdited(String alias) {
        return hasTies() ? WITHOUT_EDITED.replace("$", alias) : "";
    }

    /** {@return what a row that was frozen with all of them must be like, in SQL} Rows of old snapshots have no outcome. */
    String ofFrozen() {
        return switch (this) {
            case DROPPED -> "tie_line = 0";
            case ONCE -> "tie_line <= 1 and outcome is distinct from 'both_bad'";
            case TWICE -> "outcome is distinct from 'both_bad'";
            case ALONE -> "tie_line = 1 and outcome is distinct from 'both_bad'";
            case ONCE_AND_BOTH_BAD -> "tie_line <= 1";
            case ALL -> "true";
        };
    }
}
