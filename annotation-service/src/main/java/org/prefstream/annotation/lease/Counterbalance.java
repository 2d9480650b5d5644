package org.prefstream.annotation.lease;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.prefstream.annotation.verdict.ShownOrder;

/**
 * Chooses the order in which candidates are shown, so that an annotator who favours one side of the screen does not bias the
 * dataset. The judgements of a pair are split evenly between its two orders. More than two candidates are shuffled.
 */
final class Counterbalance {

    private Counterbalance() {
    }

    /**
     * {@return the order in which an annotator is shown a task; the same arguments give the same order}
     *
     * @param before the orders of the task's leases that are live or ended with an annotation
     */
    static ShownOrder order(int candidates, List<ShownOrder> before, long taskId, long annotator) {
        List<Integer> shuffled = new ArrayList<>(ShownOrder.asInData(candidates).candidates());
        Collections.shuffle(shuffled, new Random(taskId * 0x9E3779B97F4A7C15L ^ annotator * 0xC2B2AE3D27D4EB4FL));
        ShownOrder order = new ShownOrder(shuffled);
        if (candidates == 2 && isUsual(order, before)) {
            Collections.reverse(shuffled);
            return new ShownOrder(shuffled);
        }
        return order;
    }

    private static boolean isUsual(ShownOrder order, List<ShownOrder> before) {
        return before.stream().filter(order::equals).count() * 2 > before.size();
    }
}
