package org.prefstream.task.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

/**
 * The order of a list of tasks, and where a list that is cut into pieces goes on. The last key is always the id, so that no two tasks
 * stand in the same place. A task without a value comes after those that have one, in both directions. Texts are told by their first
 * {@value #TEXT_TOLD} characters, so that the name of a place stays short.
 *
 * @param keys what to order by, the first one first
 */
record TaskOrder(List<Key> keys) {

    /** The name of the place before all tasks. */
    static final String START = "start";

    private static final int TEXT_TOLD = 100;
    private static final TaskColumn ID = TaskColumn.of("id", false, name -> name);
    static final TaskOrder OLDEST_FIRST = new TaskOrder(List.of(new Key(ID, false)));
    static final TaskOrder NEWEST_FIRST = new TaskOrder(List.of(new Key(ID, true)));

    TaskOrder {
        keys = List.copyOf(keys);
    }

    /** One column to order by. */
    record Key(TaskColumn column, boolean descending) {

        private boolean isId() {
            return column.name().equals(ID.name());
        }

        /** {@return the value to order by; texts are in the order of their characters' codes} */
        private String value() {
            return column.kind() == TaskColumn.Kind.TEXT
                    ? "left(" + column.sql() + ", " + TEXT_TOLD + ") collate \"C\""
                    : column.sql();
        }

        private String sql() {
            return value() + (descending ? " desc" : "") + (isId() ? "" : " nulls last");
        }

        /** {@return what tells the tasks that stand after a value of this key; null stands last} */
        private String after(@Nullable String place) {
            if (place == null) {
                return "1 = 0";
            }
            String later = value() + (descending ? " < " : " > ") + place;
            return isId() ? later : "(" + later + " or " + column.sql() + " is null)";
        }

        private String at(@Nullable String place) {
            return place == null ? column.sql() + " is null" : value() + " = " + place;
        }
    }

    /** {@return the order by these keys; those behind the id tell nothing more} */
    static TaskOrder by(List<Key> keys) {
        List<Key> told = new ArrayList<>(keys.stream().takeWhile(key -> !key.isId()).toList());
        told.add(keys.stream().filter(Key::isId).findFirst().orElse(OLDEST_FIRST.keys().get(0)));
        return new TaskOrder(told);
    }

    /** {@return what stands behind {@code order by}} */
    String sql() {
        return keys.stream().map(Key::sql).collect(Collectors.joining(", "));
    }

    /** {@return whether it is that of the ids, in either direction} */
    boolean isOfIds() {
        return keys.size() == 1;
    }

    /** {@return whether it reads the data of each task} */
    boolean readsData() {
        return keys.stream().anyMatch(key -> key.column().isOfData());
    }

    /** {@return what else to select of each task, so that the order is told by {@link #ofValues}} */
    String values() {
        return IntStream.range(0, keys.size())
                .filter(i -> !keys.get(i).isId())
                .mapToObj(i -> ", " + keys.get(i).column().sql() + " as key" + i)
                .collect(Collectors.joining());
    }

    /** {@return the same order of tasks {@code t} that have their {@link #values}} Reading data as JSON costs more than all else. */
    TaskOrder ofValues() {
        return new TaskOrder(IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).isId()
                        ? keys.get(i)
                        : new Key(keys.get(i).column().at("t.key" + i), keys.get(i).descending()))
                .toList());
    }

    /** {@return the same order, told so that no index gives it} */
    String sqlOfNoIndex() {
        return sql().replace(ID.sql(), "(" + ID.sql() + " + 0)");
    }

    /** {@return the place of a task, as texts to select, one for each key} */
    String place() {
        return keys.stream().map(key -> "cast(" + key.value() + " as text)").collect(Collectors.joining(", "));
    }

    /** {@return the name of a place, by which a client goes on from it; it says nothing that the client has not seen} */
    static String name(List<@Nullable Object> place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(place).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the condition of the tasks that stand after a place}
     *
     * @param name what {@link #name} gave for it
     * @param binder takes a value and its type, and gives its place in the statement
     * @throws ProblemException 400 if it is no place of this order
     */
    String after(String name, BinaryOperator<String> binder) {
        List<@Nullable Object> values = read(name);
        List<@Nullable String> places = IntStream.range(0, keys.size())
                .mapToObj(i -> values.get(i) == null
                        ? null
                        : binder.apply(values.get(i).toString(), keys.get(i).column().kind().type()))
                .collect(Collectors.toCollection(ArrayList::new));
        return IntStream.range(0, keys.size())
                .mapToObj(last -> Stream
                        .concat(IntStream.range(0, last).mapToObj(i -> keys.get(i).at(places.get(i))),
                                Stream.of(keys.get(last).after(places.get(last))))
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private List<@Nullable Object> read(String name) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(name), StandardCharsets.UTF_8);
            Object[] values = Json.read(json, Object[].class);
            if (values.length == keys.size() && values[values.length - 1] != null) {
                return new ArrayList<>(Arrays.asList(values));
            }
        } catch (RuntimeException unreadable) {
            // it is refused below
        }
        throw noPlace();
    }

    /** {@return the refusal of a place that is none of this order} */
    static ProblemException noPlace() {
        return ProblemException.invalid("after",
                "must be what the answer before gave as next, for the same query, or " + START + " to begin");
    }
}
