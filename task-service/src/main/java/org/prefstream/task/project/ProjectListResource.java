package org.prefstream.task.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.kit.web.ResultPage;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.project.Projects.Selection;
import org.prefstream.task.project.ReadProjects.Page;

import io.quarkus.panache.common.Sort;
import io.quarkus.panache.common.Sort.Direction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Lists of projects, newest first unless asked otherwise. */
@Path("/api/projects")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ProjectListResource {

    private static final int PAGE_SIZE = 30;
    private static final Map<String, String> ORDERS = Map.of("id", "id", "title", "title", "created_at", "createdAt");

    private final Caller caller;
    private final ReadProjects read;
    private final Transactions transactions;
    private final AcrossServices across;

    ProjectListResource(Caller caller, ReadProjects read, Transactions transactions, AcrossServices across) {
        this.caller = caller;
        this.read = read;
        this.transactions = transactions;
        this.across = across;
    }

    @GET
    public Uni<Response> list(@RestQuery @Nullable String page, @RestQuery("page_size") @Nullable String pageSize,
            @RestQuery @Nullable String ids, @RestQuery @Nullable String title, @RestQuery @Nullable String include,
            @RestQuery @Nullable String ordering, UriInfo uri) {
        Person person = caller.person();
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        Direction judged = judged(ordering, person);
        Selection selection = new Selection(numbers(ids), title, judged, sort(judged == null ? ordering : null));
        Set<String> keys = include == null ? Set.of() : Set.copyOf(words(include));
        return counted(selection, person, asked, uri, () -> read.page(selection, keys, person, asked));
    }

    @GET
    @Path("/counts")
    public Uni<Response> counts(@RestQuery @Nullable String page, @RestQuery("page_size") @Nullable String pageSize,
            @RestQuery @Nullable String ids, UriInfo uri) {
        Person person = caller.person();
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        Selection selection = new Selection(numbers(ids), null, null, sort(null));
        return counted(selection, person, asked, uri, () -> read.counts(selection, person, asked));
    }

    private Uni<Response> counted(Selection selection, Person person, PageRequest asked, UriInfo uri,
            Supplier<Uni<Page>> page) {
        return transactions.read(() -> read.ids(selection, person, asked))
                .chain(across::annotationsOf)
                .chain(() -> transactions.read(page))
                .map(found -> Answer.json(200, ResultPage.of(uri, asked, found.count(), found.views())).response());
    }

    /** Annotators are not told when others work. */
    private static @Nullable Direction judged(@Nullable String ordering, Person person) {
        if (ordering == null || !person.manages()) {
            return null;
        }
        return switch (ordering.strip()) {
            case "judged_at" -> Direction.Ascending;
            case "-judged_at" -> Direction.Descending;
            default -> null;
        };
    }

    private static Sort sort(@Nullable String ordering) {
        Sort sort = Sort.empty();
        for (String word : ordering == null ? List.<String>of() : words(ordering)) {
            boolean descending = word.startsWith("-");
            String property = ORDERS.get(descending ? word.substring(1) : word);
            if (property == null) {
                throw ProblemException.invalid("ordering", "\"" + word
                        + "\" is not supported. Use id, title or created_at, or "
                        + "judged_at alone if you manage projects, with a minus before it for descending order.");
            }
            sort = sort.and(property, descending ? Direction.Descending : Direction.Ascending);
        }
        return sort.and("id", Direction.Descending);
    }

    private static List<Long> numbers(@Nullable String ids) {
        List<Long> numbers = new ArrayList<>();
        for (String id : ids == null ? List.<String>of() : words(ids)) {
            if (!id.matches("[0-9]{1,18}")) {
                throw ProblemException.invalid("ids", "must be whole numbers with commas between them");
            }
            numbers.add(Long.valueOf(id));
        }
        return numbers;
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
    }
}
