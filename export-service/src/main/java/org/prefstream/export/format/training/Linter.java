package org.prefstream.export.format.training;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Inspection.Flaw;
import org.prefstream.export.format.Rows;
import org.prefstream.export.format.training.TrainingRow.Shape;

/** Asks the rules of a format about each row of one file. */
final class Linter {

    private static final int EXAMPLES = 5;

    private final List<LintRule> rules;
    private final Shape shape;
    private final Conflicts dropped;

    private Linter(List<LintRule> rules, Shape shape, Conflicts dropped) {
        this.rules = rules;
        this.shape = shape;
        this.dropped = dropped;
    }

    /** {@return the rows of a file, each with what the rules say of it} The caller closes the stream. */
    static Stream<Checked> rows(Declaration declaration, ExportSource source) {
        return rows(declaration, source, source.preferences());
    }

    /** {@return the same of records of that source which have more keys} */
    static Stream<Checked> rows(Declaration declaration, ExportSource source, Rows<byte[]> records) {
        String shape = source.choice(Part.SHAPE);
        Linter linter = new Linter(declaration.rules(),
                shape == null ? Shape.AUTO : Shape.valueOf(shape.toUpperCase(Locale.ROOT)), Conflicts.dropped(source));
        Stream<Checked> rows = records.open().map(TrainingRow::read).map(linter::check);
        return declaration.hasBestAnswers() ? BestAnswers.of(rows) : rows;
    }

    private Checked check(TrainingRow read) {
        TrainingRow row = read.in(shape);
        if (shape == Shape.TEXT && !row.isText()) {
            return new Checked(row, Breach.of(LintCode.NOT_SINGLE_TURN));
        }
        for (LintRule rule : rules) {
            String breach = rule.check().breach(row);
            if (breach != null) {
                return new Checked(row, new Breach(rule.code(), breach));
            }
        }
        return new Checked(row, dropped.hold(row) ? Breach.of(LintCode.CONFLICTING_DUPLICATE) : null);
    }

    /** {@return the ties that were asked for and that the format can have no row of, each with that reason} */
    static Stream<Checked> impossibleTies(ExportSource source) {
        return source.impossibleTies()
                .open()
                .map(TrainingRow::read)
                .map(row -> new Checked(row, Breach.of(LintCode.TIE_DROPPED)));
    }

    /**
     * Reads all rows, and keeps the counts alone.
     *
     * @param sized whether the rows are written too, to count their bytes
     */
    static Inspection inspect(Declaration declaration, ExportSource source, boolean sized) {
        Found found = new Found();
        try (Stream<Checked> rows = rows(declaration, source)) {
            Stream<TrainingRow> taken = rows.peek(found::count).filter(Checked::isTaken).map(Checked::row);
            if (sized) {
                Iterator<byte[]> lines = taken.flatMap(row -> TrainingFile.lines(declaration, row))
                        .peek(line -> found.lines++)
                        .iterator();
                declaration.frame().write(lines, found);
            } else {
                taken.forEach(row -> found.lines += declaration.lines(row).size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Checked> ties = impossibleTies(source)) {
            ties.forEach(found::count);
        }
        return found.inspection(declaration.limits(), conflicts(source));
    }

    /** {@return what contradicts itself and stays} */
    private static List<Flaw> conflicts(ExportSource source) {
        long conflicts = Part.DROP.equals(source.choice(Part.CONFLICTS)) ? 0 : source.conflicts();
        return conflicts == 0 ? List.of() : List.of(Flaw.conflicts(conflicts));
    }

    /** What a rule says of a row that breaks it. */
    record Breach(LintCode code, String detail) {

        static Breach of(LintCode code) {
            return new Breach(code, code.why());
        }
    }

    /**
     * A row that was asked about.
     *
     * @param breach the first rule that it breaks; null if it keeps all
     */
    record Checked(TrainingRow row, @Nullable Breach breach) {

        boolean isTaken() {
            return breach == null;
        }

        /** {@return whether it counts as a pair} Of the two rows of a tie, which break the same rules, the first one does. */
        boolean isCounted() {
            return !row.isTie() || row.isFirstChosen();
        }
    }

    /** Counts what is written to it, and what is not. */
    private static final class Found extends OutputStream {

        private final Map<LintCode, Long> leftOut = new EnumMap<>(LintCode.class);
        private final List<String> examples = new ArrayList<>();
        private long pairs;
        private long lines;
        private long bytes;

        private void count(Checked checked) {
            Breach breach = checked.breach();
            if (!checked.isCounted()) {
                return;
            }
            if (breach == null) {
                pairs++;
            } else {
                leftOut.merge(breach.code(), 1L, Long::sum);
                if (examples.size() < EXAMPLES) {
                    examples.add("%s (%s)".formatted(checked.row().recordId(), breach.code()));
                }
            }
        }

        @Override
        public void write(int oneByte) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }

        private Inspection inspection(FileLimits limits, List<Flaw> conflicts) {
            List<Flaw> flaws = leftOut.entrySet()
                    .stream()
                    .map(one -> new Flaw(one.getKey().name(), one.getValue(), one.getKey().why()))
                    .toList();
            List<Flaw> warnings = Stream.of(conflicts, limits.flaws(lines, bytes)).flatMap(List::stream).toList();
            return new Inspection(pairs, lines, bytes, flaws, warnings, examples);
        }
    }
}
