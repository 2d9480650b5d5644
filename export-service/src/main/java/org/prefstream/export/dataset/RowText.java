package org.prefstream.export.dataset;

import java.util.List;

/**
 * How a record of a selection is written: as it is, unless the selection says more of it than its topic does.
 *
 * @param beside further columns of a record, in SQL, each behind a comma
 * @param text the record as it is written, in SQL, of the column {@code record} and those beside it
 * @param voters whose votes the record stands for, as a JSON array in SQL; null where that is its own judgement alone
 */
record RowText(Sql beside, String text, Sql voters) {

    private static final Sql NO_VOTERS = Sql.of("cast(null as jsonb)");
    private static final Sql FROZEN_VOTERS = Sql.of("voters");
    static final RowText UNCHANGED = frozen("record");
    private static final String WITH_VOTES = "left(%s, -1) || ',\"votes\":' || votes || ',\"votes_for\":' || votes_for || '}'";
    private static final String ORIGIN = ", agreement as agreeing, label_config_sha256 as by_config, ";
    private static final String WITH_ORIGIN = """
            left(%s, -1) || ',"agreement":' || coalesce(cast(agreeing as text), 'null') || ',"label_config_sha256":'
                || coalesce('"' || by_config || '"', 'null') || coalesce(',"voters":' || cast(voting as text), '') || '}'""";
    /** Of a preference, whose outcome is the last that it says. */
    private static final String WITHOUT_OUTCOME = """
            case when right(record, 24) = ',"outcome":"preference"}' then left(record, -24) || '}' else record end""";
    private static final String WITH_OUTCOME = "left(%s, -1) || ',\"outcome\":\"' || case said when " + JudgedPair.TIE
            + " then 'tie' when " + JudgedPair.BOTH_BAD + " then 'both_bad' else 'preference' end || '\"}'";

    /**
     * {@return how the rows of a selection are written: with their split where one was asked for, with the votes where there was one, and
     * with the outcome where ties are among them} Records of a former version get the key that later ones have.
     */
    static RowText ofRows(Selection selection) {
        SplitChoice split = selection.pairs().split();
        Sql beside = Sql.of(", guidelines_version as by_guidelines");
        Sql voters = NO_VOTERS;
        String text = "with_guidelines(%s, by_guidelines)".formatted(split == null ? "record" : of(split).text());
        if (selection.pairs().byMajority()) {
            Vote vote = new Vote(selection);
            beside.add(", " + vote.all() + " as votes", vote.voters())
                    .add(", " + vote.agreeing() + " as votes_for", vote.voters());
            voters = Sql.of("").add(vote.who(), vote.voters());
            text = WITH_VOTES.formatted(text);
        }
        if (selection.pairs().ties().hasTies()) {
            beside.add(", prefers as said", List.of());
            text = WITH_OUTCOME.formatted(text);
        }
        return new RowText(beside, text, voters);
    }

    /** {@return how rows that were frozen among ties are written, of a format that has no ties} */
    static RowText withoutOutcome() {
        return frozen(WITHOUT_OUTCOME);
    }

    /** {@return how the rows of a split are written} To look for the word in a long record takes as long as to read it. */
    static RowText of(SplitChoice split) {
        return split.split().equals(SplitChoice.TRAIN)
                ? UNCHANGED
                : frozen("with_split(record, '%s')".formatted(split.split()));
    }

    private static RowText frozen(String text) {
        return new RowText(Sql.of(""), text, FROZEN_VOTERS);
    }

    /**
     * {@return the same with how far the judgements of the two answers agree, and the hash of the configuration under which it was judged;
     * null where there is nothing to say; and with the votes that it stands for, where that are more than its own judgement}
     */
    RowText withOrigin() {
        Sql more = Sql.of("")
                .add(beside.text(), beside.parameters())
                .add(ORIGIN + voters.text() + " as voting", voters.parameters());
        return new RowText(more, WITH_ORIGIN.formatted(text), voters);
    }

    List<Object> parameters() {
        return beside.parameters();
    }
}
