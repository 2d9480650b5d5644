package org.prefstream.task.project;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;
import org.prefstream.kit.messaging.Revisions;

import io.smallrye.mutiny.Uni;

/** All projects, to be published again; for those that were deleted and are not withdrawn yet, that they are gone. */
@ApplicationScoped
class RepublishedProjects implements Republished {

    private final Projects projects;

    RepublishedProjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Topic topic() {
        return Topic.PROJECTS;
    }

    @Override
    public String table() {
        return "project";
    }

    @Override
    public String bytes() {
        return "octet_length(one.comparison_spec) + octet_length(one.settings)";
    }

    @Override
    public String has() {
        return "one.deleted_at is null";
    }

    @Override
    public Uni<List<OutboxEntry>> entries(List<Long> ids) {
        return Revisions.lock(projects, "project", Project::id, ids)
                .map(found -> found.stream().map(ProjectPublication::entry).toList());
    }
}
