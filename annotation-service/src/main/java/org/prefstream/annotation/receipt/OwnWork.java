package org.prefstream.annotation.receipt;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.dataset.RowKeys;
import org.prefstream.labelstudio.tag.TagType;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks at what a person has judged last in a project. What came with an import was judged elsewhere. */
@ApplicationScoped
public class OwnWork {

    /** So many judgements are looked at. */
    private static final int MOST = 5_000;
    /** A pair's result names the candidate by its place in the data. Which place it had on the page follows from the order. */
    private static final String NEWEST = """
            select a.revision, a.was_cancelled, a.created_at, a.updated_at > a.created_at as changed, a.record_keys,
                cast(preferred.lefts as int) as lefts, cast(preferred.rights as int) as rights
            from (select * from annotation where project_id = $1 and completed_by = $2 and import_key is null
                order by -id limit $3) as a
            cross join lateral (select count(*) filter (where r -> 'value' ->> 'selected' = places[1]) as lefts,
                    count(*) filter (where r -> 'value' ->> 'selected' = places[2]) as rights
                from (select case a.shown_order when '[0,1]' then array['left', 'right']
                        when '[1,0]' then array['right', 'left'] end as places) as shown,
                    json_array_elements(case when not a.was_cancelled then cast(a.result as json) end) as r
                where r ->> 'type' = $4) as preferred
            order by a.id desc
            """;

    private final Pool pool;

    OwnWork(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a person is told of it.
     *
     * @param receipt null where nothing was judged
     * @param sides of the preferences among the newest judgements; null where there are none
     */
    public record Summary(
            @JsonProperty("receipt") @Nullable Receipt receipt,
            @JsonProperty("sides") @Nullable Sides sides) {
    }

    /** {@return what a person has judged last in a project} */
    public Uni<Summary> of(long projectId, long person) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(projectId, person, MOST, TagType.PAIRWISE.resultType()))
                .map(rows -> {
                    List<Worked> newest = new ArrayList<>();
                    rows.forEach(row -> newest.add(read(row)));
                    return new Summary(Receipt.of(newest, newest.size() < MOST), Sides.of(newest));
                });
    }

    private static Worked read(Row row) {
        return new Worked(row.getLong("revision"), row.getBoolean("was_cancelled"), row.getBoolean("changed"),
                row.getOffsetDateTime("created_at").toInstant(), RowKeys.parse(row.getString("record_keys")),
                row.getInteger("lefts"), row.getInteger("rights"));
    }
}
