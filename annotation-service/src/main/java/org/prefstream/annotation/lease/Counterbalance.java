package org.prefstream.annotation.lease;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chooses the order in which candidates are shown, so that each task's judgements are split evenly between orders and a
 * liking for one side cannot lean the dataset.
 */
final class Counterbalance {

    private Counterbalance() {
    }

    /**
     * {@return for each slot the index of its candidate in data order}
     *
     * @param before the orders in which the task was shown to others
     */
    static List<Integer> order(int candidates, List<List<Integer>> before, long taskId, long annotator) {
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < candidates; index++) {
            order.add(index);
        }
        Random chance = new Random(taskId * 0x9E3779B97F4A7C15L ^ annotator * 0xC2B2AE3D27D4EB4FL);
        Collections.shuffle(order, chance);
        if (candidates == 2) {
            long same = before.stream().filter(order::equals).count();
            if (same * 2 > before.size()) {
                Collections.reverse(order);
            }
        }
        return List.copyOf(order);
    }
}
