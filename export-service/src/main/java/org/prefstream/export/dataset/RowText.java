package org.prefstream.export.dataset;

import java.util.List;

/**
 * How a record of a selection is written: as it is, unless the selection says more of it than its topic does.
 *
 * @param beside further columns of a record, in SQL, each behind a comma
 * @param text the record as it is written, in SQL, of the column {@code record} and those beside it
 */
record RowText(Sql beside, String text) {

    static final RowText UNCHANGED = new RowText(Sql.of(""), "record");

    /** {@return how the rows of a selection are written: with their split where one was asked for, and with the votes where there was one} */
    static RowText ofRows(Selection selection) {
        SplitChoice split = selection.pairs().split();
        String text = split == null ? "record" : of(split).text();
        if (!selection.pairs().byMajority()) {
            return new RowText(Sql.of(""), text);
        }
        Vote vote = new Vote(selection);
        Sql votes = Sql.of("")
                .add(", " + vote.all() + " as votes", vote.voters())
                .add(", " + vote.agreeing() + " as votes_for", vote.voters());
        return new RowText(votes,
                "left(%s, -1) || ',\"votes\":' || votes || ',\"votes_for\":' || votes_for || '}'".formatted(text));
    }

    /** {@return how the rows of a split are written} */
    static RowText of(SplitChoice split) {
        return new RowText(Sql.of(""), "with_split(record, '%s')".formatted(split.split()));
    }

    List<Object> parameters() {
        return beside.parameters();
    }
}
