package org.prefstream.kit.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.UriInfo;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;

/** The names of the fields, or of the parameters, that a request may have. What nobody understands is refused, so that it is not missed. */
public final class KnownNames {

    /** Of requests that have none. */
    public static final KnownNames NONE = of();
    /** Of lists that have pages. */
    public static final KnownNames PAGE = of("page", "page_size");

    private final List<String> names;

    private KnownNames(Collection<String> names) {
        this.names = List.copyOf(names);
    }

    public static KnownNames of(String... names) {
        return new KnownNames(List.of(names));
    }

    /** {@return these names, in the order in which people are told of them} */
    public static KnownNames of(Collection<String> names) {
        return new KnownNames(names);
    }

    /** Refuses a body that has other fields, with a 400 that names each. */
    public void require(Fields sent) {
        require(sent.members().keySet(), "field");
    }

    /** Refuses an address that has other parameters, with a 400 that names each. */
    public void require(UriInfo uri) {
        require(uri.getQueryParameters());
    }

    /** Refuses other parameters, with a 400 that names each. */
    public void require(Map<String, ?> query) {
        require(query.keySet(), "parameter");
    }

    private void require(Collection<String> sent, String kind) {
        String right = names.isEmpty()
                ? "There is no %s here.".formatted(kind)
                : "Use %s.".formatted(String.join(", ", names));
        List<Violation> unknown = sent.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new Violation(name, "is no %s that is known here. %s".formatted(kind, right)))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException
                    .invalid("%s: %s".formatted(String.join(", ", unknown.stream().map(Violation::field).toList()),
                            unknown.get(0).message()), unknown);
        }
    }
}
