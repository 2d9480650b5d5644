package org.prefstream.task.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a project has its answers given, or judged, without the key. They are stored so, and a run keeps those that it began with.
 *
 * @param enabled whether tasks may come without answers
 * @param baseUrl where the server's API begins
 * @param sources the models that take turns over the answers of a prompt: one, or two
 * @param answersPerPrompt how many answers a prompt gets
 * @param concurrency how many requests are under way at a time
 * @param requestsPerMinute how many are begun in a minute; null for as many as there come
 * @param criterion by what a judge model prefers an answer; empty for the project's guidelines
 */
record GenerationSettings(
        @JsonProperty("enabled") boolean enabled,
        @JsonProperty("base_url") String baseUrl,
        @JsonProperty("sources") List<Source> sources,
        @JsonProperty("answers_per_prompt") int answersPerPrompt,
        @JsonProperty("concurrency") int concurrency,
        @JsonProperty("requests_per_minute") @Nullable Integer requestsPerMinute,
        @JsonProperty("criterion") String criterion) {

    /** Seeds of a task's answers follow on one another, and must not reach those of the next task. */
    static final int ANSWERS_MAX = 10;
    private static final int SOURCES_MAX = 2;
    private static final int CONCURRENCY = 4;
    private static final int CONCURRENCY_MAX = 32;
    private static final int PER_MINUTE_MAX = 100_000;
    private static final int URL_LONGEST = 1_000;
    private static final int CRITERION_LONGEST = 100_000;
    private static final int PAIR = 2;
    private static final int VERSION_DIGITS = 8;

    GenerationSettings {
        sources = List.copyOf(sources);
        // settings of former versions have none
        criterion = Objects.requireNonNullElse(criterion, "");
    }

    /** {@return the settings of a project before anything was set} */
    static GenerationSettings none(RunKind kind, ComparisonSpec spec) {
        return new GenerationSettings(false, "", List.of(), kind == RunKind.ANSWERS ? AnswerPlaces.usual(spec) : PAIR,
                CONCURRENCY, null, "");
    }

    /** {@return the settings that were sent, complete; refuses with a 400 that names the field} */
    static GenerationSettings of(RunKind kind, Fields sent) {
        String url = ModelAddress.of(sent.text("base_url", URL_LONGEST)
                .orElseThrow(() -> ProblemException.invalid("base_url", "This field is required."))).written();
        boolean judges = kind == RunKind.VERDICTS;
        return new GenerationSettings(judges || sent.flag("enabled").orElse(true), url,
                sources(sent, judges ? 1 : SOURCES_MAX),
                sent.whole("answers_per_prompt", PAIR, judges ? PAIR : ANSWERS_MAX).orElse((long) PAIR).intValue(),
                sent.whole("concurrency", 1, CONCURRENCY_MAX).orElse((long) CONCURRENCY).intValue(),
                sent.whole("requests_per_minute", 1, PER_MINUTE_MAX).map(Long::intValue).orElse(null),
                judges ? sent.text("criterion", CRITERION_LONGEST).orElse("").strip() : "");
    }

    private static List<Source> sources(Fields sent, int most) {
        if (!(sent.json("sources").orElse(null) instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            throw ProblemException.invalid("sources",
                    most == 1
                            ? "Must be a list of one object with a model: the judge."
                            : "Must be a list of one or two objects, each with a model.");
        }
        List<Source> sources = new ArrayList<>();
        for (Object item : list) {
            String place = "sources[" + sources.size() + "]";
            var members = Json.asObject(item);
            if (members == null) {
                throw ProblemException.invalid(place, "Must be an object with a model.");
            }
            sources.add(Source.of(new Fields(members, false), place));
        }
        return sources;
    }

    /** {@return the settings that {@link #json()} wrote} */
    static GenerationSettings parse(String json) {
        return Json.read(json, GenerationSettings.class);
    }

    String json() {
        return Json.write(this);
    }

    ModelAddress address() {
        return ModelAddress.of(baseUrl);
    }

    /** {@return who gives the answer at that place, from 0} */
    Source source(int place) {
        return sources.get(place % sources.size());
    }

    /** {@return the seed of one request; all of a run are different as long as ids of tasks are below 214 million} */
    long seed(long taskId, int place) {
        return (source(place).seed() + taskId * ANSWERS_MAX + place) % Integer.MAX_VALUE;
    }

    /** {@return these, asking the models of a run that began before} */
    GenerationSettings asking(GenerationSettings begun) {
        return new GenerationSettings(enabled, baseUrl, begun.sources(), begun.answersPerPrompt(), concurrency,
                requestsPerMinute, begun.criterion());
    }

    /**
     * {@return these, with a criterion}
     *
     * @param guidelines what counts where the settings say none
     */
    GenerationSettings judgingBy(String guidelines) {
        return new GenerationSettings(enabled, baseUrl, sources, answersPerPrompt, concurrency, requestsPerMinute,
                criterion.isEmpty() ? guidelines.strip() : criterion);
    }

    /**
     * {@return the model version of verdicts that are asked for so: the model, and eight digits of a hash of all else that the judge is told}
     * Predictions by another criterion are told apart by it.
     */
    String version() {
        Source judge = source(0);
        String told = Json.write(List.of(judge.sampling(), judge.system(), judge.seed(), criterion));
        return judge.model() + " judge " + Hashes.sha256(told).substring(0, VERSION_DIGITS);
    }
}
