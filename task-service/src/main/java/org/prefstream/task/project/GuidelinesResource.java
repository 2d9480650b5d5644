package org.prefstream.task.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.view.PersonView;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;
import org.prefstream.task.people.Accounts;
import org.prefstream.task.project.GuidelinesVersions.Listed;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/**
 * The guidelines of a project and their versions, for whoever may see the project: annotations say by which version they were made.
 * They are written as the project's {@code expert_instruction}.
 */
@Path("/api/projects/{id}/guidelines")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class GuidelinesResource {

    private static final int PAGE_SIZE = 100;

    private final Caller caller;
    private final Projects projects;
    private final GuidelinesVersions versions;
    private final Accounts accounts;
    private final Transactions transactions;

    GuidelinesResource(Caller caller, Projects projects, GuidelinesVersions versions, Accounts accounts,
            Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.versions = versions;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * What is in force.
     *
     * @param version its number, which is also how many there are; 0 while there never were any
     * @param versions a page of them, the newest first
     */
    record Current(
            @JsonProperty("version") int version,
            @JsonProperty("text") String text,
            @JsonProperty("versions") List<Entry> versions) {
    }

    /**
     * A version in the list.
     *
     * @param createdBy who saved it; null where nobody knows
     * @param characters how long the text is
     */
    record Entry(
            @JsonProperty("version") int version,
            @JsonProperty("created_by") @Nullable PersonView createdBy,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("characters") int characters) {
    }

    /** A version with its text. */
    record Whole(
            @JsonProperty("version") int version,
            @JsonProperty("text") String text,
            @JsonProperty("created_by") @Nullable PersonView createdBy,
            @JsonProperty("created_at") Instant createdAt) {
    }

    @GET
    public Uni<Current> current(@RestPath long id, @RestQuery @Nullable String page,
            @RestQuery("page_size") @Nullable String pageSize) {
        Person person = caller.person();
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        return transactions.read(() -> projects.require(id, person)
                .chain(project -> versions.of(id, asked)
                        .chain(listed -> people(listed.stream().map(Listed::createdBy))
                                .map(named -> new Current(project.guidelinesVersion(), project.settings().guidelines(),
                                        listed.stream().map(one -> entry(one, named)).toList())))));
    }

    @GET
    @Path("/{version}")
    public Uni<Whole> version(@RestPath long id, @RestPath int version) {
        Person person = caller.person();
        return transactions.read(() -> projects.require(id, person)
                .chain(project -> versions.require(id, version))
                .chain(found -> people(Stream.ofNullable(found.createdBy())).map(named -> new Whole(found.version(),
                        found.text(), brief(found.createdBy(), named), found.createdAt()))));
    }

    private Uni<Map<Long, Account>> people(Stream<@Nullable Long> ids) {
        Set<Long> known = ids.filter(Objects::nonNull).collect(Collectors.toSet());
        return accounts.named(known);
    }

    private static Entry entry(Listed listed, Map<Long, Account> named) {
        return new Entry(listed.version(), brief(listed.createdBy(), named), listed.createdAt(), listed.characters());
    }

    private static @Nullable PersonView brief(@Nullable Long id, Map<Long, Account> named) {
        Account account = id == null ? null : named.get(id);
        return account == null ? null : AccountViews.brief(account);
    }
}
