package org.prefstream.export.format.training;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.training.Linter.Breach;
import org.prefstream.export.format.training.Linter.Checked;

/**
 * Leaves of the pairs of a ranking those with its best answer, and of these the first. The rows of one judgement come one behind the
 * other; at most one row for each of its answers is held.
 */
final class BestAnswers implements Iterator<Checked> {

    private final Iterator<Checked> rows;
    private final Queue<Checked> ready = new ArrayDeque<>();
    private final Map<Integer, Checked> unbeaten = new LinkedHashMap<>();
    private final Set<Integer> beaten = new HashSet<>();
    private List<String> judgement = List.of();

    private BestAnswers(Iterator<Checked> rows) {
        this.rows = rows;
    }

    static Stream<Checked> of(Stream<Checked> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new BestAnswers(rows.iterator()),
                Spliterator.ORDERED | Spliterator.NONNULL), false).onClose(rows::close);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            add(rows.next());
        }
        if (ready.isEmpty()) {
            end();
        }
        return !ready.isEmpty();
    }

    @Override
    public Checked next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void add(Checked checked) {
        TrainingRow row = checked.row();
        List<String> of = List.of(row.groupId(), row.text("control"));
        if (!of.equals(judgement)) {
            end();
            judgement = of;
        }
        if (!checked.isTaken() || !row.isPair()) {
            ready.add(checked);
            return;
        }
        beat(row.number("rejected_index"));
        int chosen = row.number("chosen_index");
        if (beaten.contains(chosen)) {
            ready.add(without(checked, LintCode.BEATEN_ANSWER));
        } else if (unbeaten.putIfAbsent(chosen, checked) != null) {
            ready.add(without(checked, LintCode.REPEATED_ANSWER));
        }
    }

    private void beat(int answer) {
        beaten.add(answer);
        @Nullable
        Checked lost = unbeaten.remove(answer);
        if (lost != null) {
            ready.add(without(lost, LintCode.BEATEN_ANSWER));
        }
    }

    private static Checked without(Checked checked, LintCode code) {
        return new Checked(checked.row(), Breach.of(code));
    }

    private void end() {
        ready.addAll(unbeaten.values());
        unbeaten.clear();
        beaten.clear();
    }
}
