package org.prefstream.labelstudio.task;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.tag.TagType;

/**
 * What twins have in common: tasks with the same data, where neither the order of keys nor the order of compared answers counts.
 * It is the beginning of the SHA-256 of the data's canonical form:
 *
 * <ul>
 * <li>the data as compact JSON without the compared answers and their models, the keys of each object in the order of their UTF-16
 * code units, numbers without trailing zeros;
 * <li>behind that, for each control that compares, its answers with their models, sorted as texts. Of a list that is ranked, its
 * items are the answers.
 * </ul>
 *
 * <p>Answers that two controls compare with different others keep their places, because each place means something there.
 */
public final class TaskFingerprint {

    /** Raised when the canonical form changes, so that no fingerprint of an older form is compared with a new one. */
    private static final String FORM = "1";

    private final ComparisonSpec pattern;

    /** @param pattern as the project has it */
    public TaskFingerprint(ComparisonSpec pattern) {
        this.pattern = pattern;
    }

    /** {@return what fingerprints depend on beside the data: those of another form say nothing about these} */
    public String form() {
        List<Object> parts = new ArrayList<>(List.of(FORM));
        for (Control control : pattern.controls()) {
            if (TagType.compares(control)) {
                parts.add(List.of(control.type(), Json.write(control.repeats()),
                        objects(pattern, control).map(object -> object.value() + Json.write(object.repeats()))
                                .toList()));
            }
        }
        return uuid(Json.write(parts)).toString();
    }

    /** {@return the fingerprint of a task with that data: 16 bytes} */
    public UUID of(Map<String, Object> data) {
        return uuid(canonical(data));
    }

    /** {@return the canonical form of a task's data} */
    String canonical(Map<String, Object> data) {
        List<List<Answer>> compared = compared(data);
        List<String> holes = compared.stream()
                .flatMap(List::stream)
                .flatMap(answer -> answer.paths().stream())
                .toList();
        StringBuilder out = new StringBuilder();
        write(data, holes, out);
        for (List<Answer> answers : compared) {
            out.append('|');
            answers.stream().map(Answer::content).sorted().forEach(content -> out.append(content).append(';'));
        }
        return out.toString();
    }

    /**
     * One of the answers that may change places.
     *
     * @param paths where it stands in the data, and its model
     * @param content both as canonical JSON
     */
    private record Answer(List<String> paths, String content) {
    }

    /** Where an answer is compared with different others, all answers stay where they are. */
    private List<List<Answer>> compared(Map<String, Object> data) {
        ComparisonSpec spec = Expansion.of(pattern, data);
        Map<Set<String>, List<Answer>> compared = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Control control : spec.controls()) {
            List<Answer> answers = TagType.compares(control) ? answers(spec, control, data) : List.of();
            Set<String> places = new HashSet<>();
            answers.forEach(answer -> places.addAll(answer.paths()));
            if (answers.size() > 1 && !compared.containsKey(places)) {
                if (places.stream().anyMatch(taken::contains)) {
                    return List.of();
                }
                taken.addAll(places);
                compared.put(places, answers);
            }
        }
        return List.copyOf(compared.values());
    }

    private static List<Answer> answers(ComparisonSpec spec, Control control, Map<String, Object> data) {
        return TagType.RANKER.is(control)
                ? objects(spec, control).flatMap(object -> items(object, data).stream()).toList()
                : objects(spec, control).flatMap(object -> whole(object, data).stream()).toList();
    }

    private static Stream<ShownObject> objects(ComparisonSpec spec, Control control) {
        return control.toName().stream().flatMap(name -> spec.object(name).stream());
    }

    /** An answer that is put together of several values of the data has no single place. */
    private static Optional<Answer> whole(ShownObject object, Map<String, Object> data) {
        List<String> paths = ValueExpression.of(object.value()).paths(data);
        if (paths.size() != 1) {
            return Optional.empty();
        }
        String path = paths.get(0);
        int dot = path.lastIndexOf('.');
        List<String> models = dot > 0
                ? List.of(path + "_model", path.substring(0, dot) + ".model")
                : List.of(path + "_model");
        StringBuilder content = new StringBuilder();
        write(DataPath.read(data, path), List.of(), content);
        for (String model : models) {
            write(DataPath.read(data, model), List.of(), content.append(','));
        }
        return Optional.of(new Answer(Stream.concat(Stream.of(path), models.stream()).toList(), content.toString()));
    }

    private static List<Answer> items(ShownObject object, Map<String, Object> data) {
        List<String> paths = ValueExpression.of(object.value()).paths(data);
        if (paths.size() != 1 || !(DataPath.read(data, paths.get(0)) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().map(item -> {
            StringBuilder content = new StringBuilder();
            write(item, List.of(), content);
            return new Answer(paths, content.toString());
        }).toList();
    }

    /** Writes a value; what stands at a path that ends here is left out. */
    private static void write(@Nullable Object value, List<String> holes, StringBuilder out) {
        if (holes.contains("")) {
            out.append('?');
        } else if (value instanceof Map<?, ?> members) {
            writeMembers(members, holes, out);
        } else if (value instanceof List<?> items) {
            out.append('[');
            for (int i = 0; i < items.size(); i++) {
                out.append(i > 0 ? "," : "");
                write(items.get(i), holes.isEmpty() ? holes : VisibleData.insideOfItem(holes, i), out);
            }
            out.append(']');
        } else if (value instanceof Number) {
            out.append(number(value));
        } else {
            out.append(Json.write(value));
        }
    }

    private static void writeMembers(Map<?, ?> members, List<String> holes, StringBuilder out) {
        Map<String, List<String>> inside = holes.isEmpty() ? Map.of() : VisibleData.insideOf(members, holes);
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        members.forEach((key, member) -> sorted.put(key.toString(), member));
        out.append('{');
        sorted.forEach((key, member) -> {
            List<String> holesInside = inside.getOrDefault(key, List.of());
            if (holesInside.contains("")) {
                return;
            }
            out.append(Json.write(key)).append(':');
            write(member, holesInside, out);
            out.append(',');
        });
        out.append('}');
    }

    private static String number(Object value) {
        BigDecimal exact = Json.asNumber(value);
        return exact == null ? value.toString() : exact.stripTrailingZeros().toString();
    }

    private static UUID uuid(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
