package org.prefstream.task.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a model is asked for. */
enum RunKind {

    /** The candidates that tasks miss. */
    ANSWERS("t.awaits_answers"),
    /** Which of two candidates is better, stored as a prediction. */
    VERDICTS("""
            not t.awaits_answers and not exists (select from prediction p
                where p.task_id = t.id and p.model_version = r.version)""");

    private static final String NAME = "kind";
    private static final Set<String> WORDS = Arrays.stream(values())
            .map(RunKind::word)
            .collect(Collectors.toUnmodifiableSet());

    private final String open;

    RunKind(String open) {
        this.open = open;
    }

    /** {@return the condition on a task {@code t} that something is to be asked for it, in a run {@code r} that has a version} */
    String open() {
        return open;
    }

    /** {@return the word for it in requests and answers} */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the kind that a request names; answers where it names none} */
    static RunKind of(Fields sent) {
        return sent.choice(NAME, WORDS).map(RunKind::named).orElse(ANSWERS);
    }

    /** {@return the kind that a query names; answers where it names none} */
    static RunKind of(@Nullable String queried) {
        if (queried != null && !WORDS.contains(queried)) {
            throw ProblemException.invalid(NAME,
                    "Use one of " + String.join(", ", WORDS.stream().sorted().toList()) + ".");
        }
        return queried == null ? ANSWERS : named(queried);
    }

    private static RunKind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
