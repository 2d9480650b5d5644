package org.prefstream.annotation.submission;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;

/** Shows annotations with their authors' names, in the session of the caller. */
@ApplicationScoped
class AnnotationViews {

    private final Authors authors;
    private final Clock clock;

    AnnotationViews(Authors authors, Clock clock) {
        this.authors = authors;
        this.clock = clock;
    }

    Uni<List<AnnotationView>> of(List<Annotation> annotations) {
        return authors.names(annotations.stream().map(annotation -> annotation.completedBy).collect(Collectors.toSet()))
                .map(names -> annotations.stream()
                        .map(annotation -> AnnotationView.of(annotation,
                                names.getOrDefault(annotation.completedBy, " "), clock.instant()))
                        .toList());
    }

    /** {@return what that person gets to see, who is the author as a rule} */
    Uni<AnnotationView> of(Annotation annotation, Person person) {
        return annotation.completedBy == person.id()
                ? Uni.createFrom().item(AnnotationView.of(annotation, Authors.name(person), clock.instant()))
                : of(List.of(annotation)).map(views -> views.get(0));
    }
}
