package org.prefstream.labelstudio.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A comparison inside a Repeater, and a task with some turns that it repeats for.
 *
 * @param pairwise whether two texts are compared; if not, a list is ranked
 * @param asked whether each turn shows its own question before its answers
 * @param flag how the configuration writes the index of a turn
 */
public record GeneratedTurns(boolean pairwise, boolean asked, String flag, List<Turn> turns) {

    private static final String INSTRUCTION = "Be kind.";

    /** {@return the next one: equal seeds give equal turns} */
    public static GeneratedTurns next(Random random) {
        return new GeneratedTurns(random.nextBoolean(), random.nextBoolean(),
                random.nextBoolean() ? "{{idx}}" : "{{turn}}",
                IntStream.range(0, 1 + random.nextInt(4)).mapToObj(turn -> Turn.next(random)).toList());
    }

    /** {@return the XML, whose comparisons are named {@code better_0}, {@code better_1} and so on} */
    public String config() {
        String compared = pairwise
                ? "<Text name='one_I' value='$turns[I].pair[0].body'/><Text name='two_I' value='$turns[I].pair[1].body'/>"
                        + "<Pairwise name='better_I' toName='one_I,two_I'/>"
                : "<List name='pair_I' value='$turns[I].pair'/><Ranker name='better_I' toName='pair_I'/>";
        String question = asked ? "<Header value='$turns[I].asked'/>" : "";
        return "<View><Text name='task' value='$task'/><Repeater on='$turns' indexFlag='" + flag + "'>"
                + (question + compared).replace("I", flag) + "</Repeater></View>";
    }

    /** {@return the task's data} */
    public Map<String, Object> data() {
        return Map.of("task", INSTRUCTION, "turns", turns.stream().map(Turn::data).toList());
    }

    /** {@return the names of the comparisons, one a turn} */
    public List<String> controls() {
        return IntStream.range(0, turns.size()).mapToObj(index -> "better_" + index).toList();
    }

    /** {@return the parts of the prompt that a turn is trained on} */
    public List<String> prompt(Turn turn) {
        return asked ? List.of(INSTRUCTION, turn.asked) : List.of(INSTRUCTION);
    }

    /** {@return the result of an annotation that prefers the better answer of each turn} */
    public List<Object> result() {
        return IntStream.range(0, turns.size()).mapToObj(this::region).toList();
    }

    private Object region(int index) {
        boolean first = turns.get(index).firstIsBetter;
        String control = "better_" + index;
        return Map.of("from_name", control, "to_name", control, "type", pairwise ? "pairwise" : "ranker", "value",
                pairwise
                        ? Map.of("selected", first ? "left" : "right")
                        : Map.of("ranker", first ? List.of("x", "y") : List.of("y", "x")));
    }

    /** Two answers, one of which is better. */
    public record Turn(String asked, String one, String two, boolean firstIsBetter) {

        private static Turn next(Random random) {
            return new Turn("q" + random.nextInt(1000), "one " + random.nextInt(1000), "two " + random.nextInt(1000),
                    random.nextBoolean());
        }

        private Map<String, Object> data() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("asked", asked);
            data.put("pair",
                    List.of(Map.of("id", "x", "title", "", "body", one), Map.of("id", "y", "title", "", "body", two)));
            return data;
        }

        public String better() {
            return firstIsBetter ? one : two;
        }

        public String worse() {
            return firstIsBetter ? two : one;
        }
    }
}
