package org.prefstream.annotation.verdict;

import java.util.List;
import java.util.stream.IntStream;

import org.prefstream.labelstudio.json.Json;

/**
 * Which candidate stood in which place (slot): {@code [1,0]} showed the second candidate first.
 *
 * @param candidates per slot the candidate's index in data order; each index once
 */
public record ShownOrder(List<Integer> candidates) {

    public ShownOrder {
        candidates = List.copyOf(candidates);
        if (!candidates.stream().sorted().toList().equals(indices(candidates.size()))) {
            throw new IllegalArgumentException("an order lists each of 0 to n-1 once: " + candidates);
        }
    }

    /** {@return the order of the data, which is recorded where no other order is known} */
    public static ShownOrder asInData(int size) {
        return new ShownOrder(indices(size));
    }

    /** {@return the order of the data for {@link Shown#candidates()}; it is empty where nothing is compared} */
    public static ShownOrder asInData(Shown shown) {
        return asInData(shown.candidates());
    }

    /** {@return this order for a comparison of as many candidates; the order of the data for any other} */
    public ShownOrder of(int candidates) {
        return size() == candidates ? this : asInData(candidates);
    }

    /** {@return the order that {@link #json()} wrote} */
    public static ShownOrder parse(String json) {
        return new ShownOrder(Json.readList(json).stream().map(Integer.class::cast).toList());
    }

    /** {@return the order as a JSON array} */
    public String json() {
        return Json.write(candidates);
    }

    /** {@return the index in data order of the candidate in that place} */
    public int candidateAt(int slot) {
        return candidates.get(slot);
    }

    /** {@return how many candidates were shown} */
    public int size() {
        return candidates.size();
    }

    private static List<Integer> indices(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
