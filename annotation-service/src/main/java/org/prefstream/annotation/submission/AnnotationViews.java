package org.prefstream.annotation.submission;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.view.AnnotationView;

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

    /** {@return annotations for somebody who may see them; authors who are unknown here have a blank name} */
    Uni<List<AnnotationView>> of(List<Annotation> annotations) {
        return authors.names(annotations.stream().map(Annotation::completedBy).collect(Collectors.toSet()))
                .map(names -> annotations.stream()
                        .map(annotation -> annotation.view(names.getOrDefault(annotation.completedBy(), " "),
                                clock.instant()))
                        .toList());
    }

    /** {@return one annotation for a person; as a rule that is its author, and then no name is looked up} */
    Uni<AnnotationView> of(Annotation annotation, Person person) {
        return annotation.completedBy() == person.id()
                ? Uni.createFrom().item(annotation.view(Authors.name(person), clock.instant()))
                : of(List.of(annotation)).map(views -> views.get(0));
    }
}
