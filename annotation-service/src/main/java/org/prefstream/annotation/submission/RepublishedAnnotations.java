package org.prefstream.annotation.submission;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;

import io.smallrye.mutiny.Uni;

/** All annotations, to be published again. */
@ApplicationScoped
class RepublishedAnnotations implements Republished {

    private final LockedAnnotations annotations;

    RepublishedAnnotations(LockedAnnotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public Topic topic() {
        return Topic.ANNOTATIONS;
    }

    @Override
    public String table() {
        return "annotation";
    }

    /** What was shown is read, too, and a tie repeats it. */
    @Override
    public String bytes() {
        return """
                coalesce(octet_length(one.result), 0)
                    + 2 * (select octet_length(content) from shown where sha256 = one.shown_sha256)""";
    }

    @Override
    public String has() {
        return "true";
    }

    @Override
    public Uni<List<OutboxEntry>> entries(List<Long> ids) {
        return annotations.entries(ids, (one, shown, split) -> Stream.of(one.entry(shown, split)));
    }
}
