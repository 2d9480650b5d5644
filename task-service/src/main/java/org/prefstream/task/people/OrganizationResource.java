package org.prefstream.task.people;

import java.util.List;

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
import org.prefstream.labelstudio.view.OrganizationView;
import org.prefstream.labelstudio.view.OrganizationView.Membership;

import io.quarkus.panache.common.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The one organization that an installation is, for clients that expect one. */
@Path("/api/organizations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationResource {

    public static final long ONLY = 1;
    static final String TITLE = "Prefstream";
    private static final int PAGE_SIZE = 100;

    private final Accounts accounts;
    private final Transactions transactions;

    OrganizationResource(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @GET
    @Authenticated
    public List<OrganizationView> list() {
        return List.of(organization());
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public OrganizationView read(@RestPath long id) {
        requireOnly(id);
        return organization();
    }

    @GET
    @Path("/{id}/memberships")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<ResultPage<Membership>> memberships(@RestPath long id, @RestQuery @Nullable String page,
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

    private static OrganizationView organization() {
        return new OrganizationView(ONLY, TITLE, null);
    }

    private static Membership membership(Account account) {
        return new Membership(account.id(), ONLY, AccountViews.full(account), null, null);
    }

    private static void requireOnly(long id) {
        if (id != ONLY) {
            throw ProblemException.notFound("No Organization matches the given query.");
        }
    }
}
