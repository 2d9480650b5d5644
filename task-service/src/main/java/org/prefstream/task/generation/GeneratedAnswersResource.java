package org.prefstream.task.generation;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Where a task's answers came from. Annotators are never told, because it would sway them. */
@Path("/api/tasks/{id}/generated-answers")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class GeneratedAnswersResource {

    private static final String OF_TASK = """
            select run_id, field, model, base_url, sampling, seed, tokens_in, tokens_out, finish_reason, cut_off, identical,
                asked_at, took_millis, (select kind from generation_run r where r.id = run_id) as kind, content, prediction_id
            from generated_answer where task_id = ?1
                and task_id in (select t.id from task t join project p on p.id = t.project_id where p.deleted_at is null)
            order by run_id desc, candidate limit 100
            """;

    private final Transactions transactions;

    GeneratedAnswersResource(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The provenance of one answer.
     *
     * @param said a judge's words; null for an answer, which stands in the task
     * @param prediction what they became a part of; null where there is none, or none any more
     */
    record View(
            @JsonProperty("run") long run,
            @JsonProperty("kind") RunKind kind,
            @JsonProperty("field") String field,
            @JsonProperty("model") String model,
            @JsonProperty("base_url") String baseUrl,
            @JsonProperty("sampling") Map<String, Object> sampling,
            @JsonProperty("seed") long seed,
            @JsonProperty("tokens_in") @Nullable Integer tokensIn,
            @JsonProperty("tokens_out") @Nullable Integer tokensOut,
            @JsonProperty("finish_reason") @Nullable String finishReason,
            @JsonProperty("cut_off") boolean cutOff,
            @JsonProperty("identical") boolean identical,
            @JsonProperty("asked_at") Instant askedAt,
            @JsonProperty("took_seconds") double tookSeconds,
            @JsonProperty("said") @Nullable String said,
            @JsonProperty("prediction") @Nullable Long prediction) {

        private static final double MILLIS = 1000;

        static View of(@Nullable Object[] row) {
            RunKind kind = RunKind.valueOf(String.valueOf(row[13]));
            return new View(number(row[0]), kind, String.valueOf(row[1]), String.valueOf(row[2]),
                    String.valueOf(row[3]), Json.readObject(String.valueOf(row[4])), number(row[5]), (Integer) row[6],
                    (Integer) row[7], (String) row[8], Boolean.TRUE.equals(row[9]), Boolean.TRUE.equals(row[10]),
                    Objects.requireNonNull(RunView.at(row[11])), number(row[12]) / MILLIS,
                    kind == RunKind.VERDICTS ? String.valueOf(row[14]) : null,
                    row[15] instanceof Number prediction ? prediction.longValue() : null);
        }

        private static long number(@Nullable Object value) {
            return value instanceof Number number ? number.longValue() : 0;
        }
    }

    @GET
    public Uni<Response> read(@RestPath long id) {
        return transactions
                .read(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(OF_TASK, Object[].class)
                                .setParameter(1, id)
                                .getResultList()))
                .map(rows -> Answer.json(200, rows.stream().map(View::of).toList()).response());
    }
}
