package org.prefstream.task.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.kit.web.ResultPage;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.panache.common.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The one organization that an installation is, for clients that expect one. */
@Path("/api/organizations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationResource {

    private static final long ONLY = 1;
    private static final int PAGE_SIZE = 100;

    private final Accounts accounts;
    private final Transactions transactions;

    OrganizationResource(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @GET
    @Authenticated
    public List<Map<String, @Nullable Object>> list() {
        return List.of(organization());
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Map<String, @Nullable Object> read(@RestPath long id) {
        requireOnly(id);
        return organization();
    }

    @GET
    @Path("/{id}/memberships")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<Map<String, @Nullable Object>> memberships(@RestPath long id, @RestQuery @Nullable String page,
            @RestQuery("page_size") @Nullable String pageSize, UriInfo uri) {
        requireOnly(id);
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        return transactions.read(() -> accounts.count("not deleted")
                .chain(count -> accounts.find("not deleted order by id")
                        .page(Page.of(asked.number() - 1, asked.size()))
                        .list()
                        .map(found -> ResultPage.of(uri, asked, count,
                                found.stream().map(OrganizationResource::membership).toList()))));
    }

    private static Map<String, @Nullable Object> organization() {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", ONLY);
        view.put("title", "Prefstream");
        view.put("contact_info", null);
        return view;
    }

    private static Map<String, @Nullable Object> membership(Account account) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", account.id());
        view.put("organization", ONLY);
        view.put("user", AccountViews.full(account));
        view.put("created_projects", null);
        view.put("contributed_to_projects", null);
        return view;
    }

    private static void requireOnly(long id) {
        if (id != ONLY) {
            throw ProblemException.notFound("No Organization matches the given query.");
        }
    }
}
