package org.prefstream.task.task;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;
import org.prefstream.task.people.Accounts;

import io.smallrye.mutiny.Uni;

/** Asks annotation-service, as the caller, for the annotations of one task: fresh, or not at all. */
@ApplicationScoped
class AnnotationsOfTask {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI base;
    private final Accounts accounts;
    private final Transactions transactions;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    AnnotationsOfTask(@ConfigProperty(name = "prefstream.annotation.url") URI base, Accounts accounts,
            Transactions transactions) {
        this.base = base;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** {@return Label Studio's annotation objects with their authors as objects; fails with a 503 if nobody answers} */
    Uni<List<Map<String, @Nullable Object>>> of(long taskId, Function<String, @Nullable String> callersHeader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/tasks/" + taskId + "/annotations/"))
                .timeout(TIMEOUT);
        for (String name : List.of("Authorization", "Cookie")) {
            String value = callersHeader.apply(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request.build(), BodyHandlers.ofString()))
                .onFailure()
                .transform(failure -> unreachable())
                .map(AnnotationsOfTask::read)
                .chain(this::withAuthors);
    }

    private static List<Map<String, @Nullable Object>> read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw unreachable();
        }
        List<Map<String, @Nullable Object>> annotations = new ArrayList<>();
        for (Object annotation : Json.readList(response.body())) {
            annotations.add(new LinkedHashMap<>(Objects.requireNonNull(Json.asObject(annotation))));
        }
        return annotations;
    }

    private Uni<List<Map<String, @Nullable Object>>> withAuthors(List<Map<String, @Nullable Object>> annotations) {
        List<Long> ids = annotations.stream()
                .map(annotation -> annotation.get("completed_by"))
                .filter(Number.class::isInstance)
                .map(id -> ((Number) id).longValue())
                .distinct()
                .collect(Collectors.toList());
        return transactions.read(() -> accounts.named(ids)).map(named -> {
            annotations.forEach(annotation -> annotation.computeIfPresent("completed_by",
                    (key, id) -> id instanceof Number number ? author(named.get(number.longValue()), number) : id));
            return annotations;
        });
    }

    private static Object author(@Nullable Account account, Number id) {
        return account == null ? Map.of("id", id) : AccountViews.author(account);
    }

    private static ProblemException unreachable() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The annotation service is not answering, and a task without its annotations would be half the truth. "
                        + "Try again shortly.");
    }
}
