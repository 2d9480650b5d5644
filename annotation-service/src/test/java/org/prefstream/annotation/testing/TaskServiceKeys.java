package org.prefstream.annotation.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;

import io.smallrye.mutiny.Uni;

/** Answers as task-service would which keys it has: all that the copies have, but for those that a test takes from it. */
@ApplicationScoped
public class TaskServiceKeys {

    private final Set<Long> lost = ConcurrentHashMap.newKeySet();

    /** From now on task-service has nothing with this id. */
    public void lose(long id) {
        lost.add(id);
    }

    @Produces
    @Singleton
    Republished access() {
        return new Keys(Topic.ACCESS, "(select user_id as id from access_copy)", lost);
    }

    @Produces
    @Singleton
    Republished projects() {
        return new Keys(Topic.PROJECTS, "(select project_id as id from project_copy)", lost);
    }

    @Produces
    @Singleton
    Republished tasks() {
        return new Keys(Topic.TASKS, "(select task_id as id from task_copy)", lost);
    }

    private record Keys(Topic topic, String table, Set<Long> lost) implements Republished {

        @Override
        public String bytes() {
            return "0";
        }

        @Override
        public Uni<List<OutboxEntry>> entries(List<Long> ids) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public String has() {
            return "one.id <> all (cast('{%s}' as bigint[]))"
                    .formatted(lost.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }

        @Override
        public String sequence() {
            return "''";
        }

        @Override
        public String highestGiven() {
            return "9223372036854775807";
        }
    }
}
