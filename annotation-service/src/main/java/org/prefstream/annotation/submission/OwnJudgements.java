package org.prefstream.annotation.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The annotations of one author, read in the session of the caller. */
@ApplicationScoped
class OwnJudgements {

    /** By the negative id, so that the index of an author's judgements alone has the order (ADR 0073). */
    static final String ALL = """
            select a.* from annotation a
            where a.project_id = ?1 and a.completed_by = ?2 and -a.id > -cast(?3 as bigint) order by -a.id limit ?4
            """;
    /** From each project its newest by the index, so that it costs as much as there are projects, and not judgements. */
    static final String EVERYWHERE = """
            select newest.* from project_copy p cross join lateral (
                select * from annotation where project_id = p.project_id and completed_by = ?1 and -id > -cast(?2 as bigint)
                order by -id limit ?3
            ) as newest
            where not p.deleted and (cast(?4 as boolean) or p.project_id = any (cast(?5 as bigint[])))
            order by newest.id desc limit ?3
            """;
    /**
     * Looks at the words that were shown alone: what else is kept of them names models. They are kept as JSON, in which a text is
     * looked for as JSON writes it.
     */
    static final String FOUND = """
            select a.* from (
                select * from annotation where project_id = ?1 and completed_by = ?2 and -id > -cast(?3 as bigint)
                order by -id limit 5000
            ) as a join shown s on s.sha256 = a.shown_sha256
            where cast(cast(s.content as json) -> 'beside' as text) ilike ?5 escape '!'
                or exists (select from json_array_elements(cast(s.content as json) -> 'comparisons') as compared,
                        json_array_elements(compared -> 'candidates') as candidate
                    where cast(candidate -> 'content' as text) ilike ?5 escape '!')
            order by a.id desc limit ?4
            """;

    private final Annotations annotations;

    OwnJudgements(Annotations annotations) {
        this.annotations = annotations;
    }

    /**
     * Which of them are wanted.
     *
     * @param before only those with a lower id
     * @param limit at most so many
     * @param search only those in which this was shown, in any case, among the next 5,000; empty for all
     */
    record Wanted(long before, int limit, String search) {

        private static final int LIMIT_DEFAULT = 20;
        private static final int LIMIT_MAX = 50;
        private static final int SEARCH_LONGEST = 200;

        static Wanted of(@Nullable String before, @Nullable String limit, @Nullable String search) {
            Fields sent = Fields.ofForm(Map.of("before", text(before), "limit", text(limit), "search", text(search)));
            return new Wanted(sent.whole("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE),
                    sent.whole("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT_DEFAULT),
                    sent.text("search", SEARCH_LONGEST).orElse("").strip());
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }

        /** {@return what {@code before} is for those that follow on these; null where nothing can follow} */
        @Nullable
        Long next(List<Long> ids) {
            return ids.size() < limit ? null : ids.get(ids.size() - 1);
        }

        private String pattern() {
            String json = Json.write(search);
            String literal = json.substring(1, json.length() - 1)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            return "%" + literal + "%";
        }
    }

    /** {@return the author's annotations in a project, the newest first} */
    Uni<List<Annotation>> list(long projectId, long author, Wanted wanted) {
        boolean all = wanted.search().isEmpty();
        List<Object> values = new ArrayList<>(List.of(projectId, author, wanted.before(), wanted.limit()));
        if (!all) {
            values.add(wanted.pattern());
        }
        return found(all ? ALL : FOUND, values);
    }

    /** {@return a person's own annotations in all projects that the person may see now, the newest first; it searches none} */
    Uni<List<Annotation>> everywhere(Person author, Wanted wanted) {
        return found(EVERYWHERE, List.of(author.id(), wanted.before(), wanted.limit(), author.manages(),
                author.projectIds().toArray(Long[]::new)));
    }

    private static Uni<List<Annotation>> found(String sql, List<Object> values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Annotation.class);
            for (int i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
            return query.getResultList();
        });
    }

    /** {@return the annotation, if it is that person's own; refuses with a 404 otherwise} */
    Uni<Annotation> require(long id, Person person) {
        return annotations.require(id).invoke(annotation -> annotation.requireOf(person));
    }
}
