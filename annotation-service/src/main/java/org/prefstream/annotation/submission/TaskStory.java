package org.prefstream.annotation.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.projection.AnnotationHistory.Entry;
import org.prefstream.labelstudio.json.Json;

/** Tells what became of a task's annotations, from what they say now and what they said until each change. */
final class TaskStory {

    private static final String SUBMITTED = "submitted";
    private static final String EDITED = "edited";

    private TaskStory() {
    }

    /** What an annotation says. */
    record Said(
            @Nullable List<Object> result,
            boolean skipped,
            @Nullable String skipReason,
            @Nullable BigDecimal leadTime) {

        static Said of(@Nullable String result, boolean skipped, @Nullable String skipReason,
                @Nullable BigDecimal leadTime) {
            return new Said(result == null ? null : Json.readList(result), skipped, skipReason, leadTime);
        }
    }

    /** An annotation as it was for a while. */
    record State(long annotationId, long author, Instant createdAt, long updatedBy, Instant updatedAt, Said said) {
    }

    /** A change, and what the annotation was before it. */
    record Change(AnnotationChanges.Kind kind, @Nullable Long by, Instant at, State before) {
    }

    /**
     * {@return what happened, in the order of time}
     *
     * @param changes the oldest first
     * @param present the annotations that are there
     */
    static List<Entry> of(List<Change> changes, List<State> present) {
        Map<Long, List<Change>> changesOf = new LinkedHashMap<>();
        changes.forEach(change -> changesOf.computeIfAbsent(change.before().annotationId(), id -> new ArrayList<>())
                .add(change));
        Map<Long, State> presentOf = new LinkedHashMap<>();
        present.forEach(state -> presentOf.put(state.annotationId(), state));
        presentOf.keySet().forEach(id -> changesOf.putIfAbsent(id, List.of()));
        List<Entry> entries = new ArrayList<>();
        changesOf.forEach((id, all) -> entries.addAll(ofOne(all, presentOf.get(id))));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private static List<Entry> ofOne(List<Change> changes, @Nullable State present) {
        List<State> states = new ArrayList<>(changes.stream().map(Change::before).toList());
        if (present != null) {
            states.add(present);
        }
        List<Entry> entries = new ArrayList<>(begun(states.get(0)));
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Said after = change.kind() == AnnotationChanges.Kind.EDITED && i + 1 < states.size()
                    ? states.get(i + 1).said()
                    : null;
            entries.add(entry(kind(change), change.at(), change.by(), change.before(), after));
        }
        return entries;
    }

    /** What was edited before edits were kept, or elsewhere, has lost what it said at first. */
    private static List<Entry> begun(State first) {
        return first.updatedAt().isAfter(first.createdAt())
                ? List.of(entry(SUBMITTED, first.createdAt(), first.author(), first, null),
                        entry(EDITED, first.updatedAt(), first.updatedBy(), first, first.said()))
                : List.of(entry(SUBMITTED, first.createdAt(), first.author(), first, first.said()));
    }

    private static String kind(Change change) {
        return switch (change.kind()) {
            case EDITED -> EDITED;
            case DELETED -> "deleted";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static Entry entry(String kind, Instant at, @Nullable Long by, State of, @Nullable Said said) {
        return new Entry(at, kind, by, of.annotationId(), of.author(), said == null ? null : said.result(),
                said == null ? of.said().skipped() : said.skipped(), said == null ? null : said.skipReason(),
                said == null ? null : said.leadTime(), said != null);
    }
}
