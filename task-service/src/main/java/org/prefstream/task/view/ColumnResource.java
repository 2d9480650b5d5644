package org.prefstream.task.view;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.task.task.ListedColumns;
import org.prefstream.task.task.ListedColumns.ListedColumn;
import org.prefstream.task.web.IdParameter;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** The columns by which tasks are filtered and ordered. */
@Path("/api/dm/columns")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class ColumnResource {

    private final Caller caller;
    private final ListedColumns columns;
    private final Transactions transactions;

    ColumnResource(Caller caller, ListedColumns columns, Transactions transactions) {
        this.caller = caller;
        this.columns = columns;
        this.transactions = transactions;
    }

    /** Label Studio's list of columns. */
    record Columns(@JsonProperty("columns") List<ListedColumn> columns) {
    }

    @GET
    public Uni<Response> list(@RestQuery @Nullable String project) {
        Person person = caller.person();
        long id = IdParameter.required("project", project);
        return transactions.read(() -> columns.of(id, person))
                .map(found -> Answer.json(200, new Columns(found)).response());
    }
}
