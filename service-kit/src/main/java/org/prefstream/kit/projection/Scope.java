package org.prefstream.kit.projection;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;

/**
 * What a reader is about to read, and so what it waits for: the records of some projects on some topics. What belongs to no
 * project, such as people, is in every scope that has its topic.
 *
 * @param projects the ids of the projects
 * @param topics the topics that are read, also by the owners in between
 */
public record Scope(Set<Long> projects, Set<Topic> topics) {

    public Scope {
        projects = Set.copyOf(projects);
        topics = Set.copyOf(topics);
    }

    /** {@return the scope of one project's records on these topics} */
    public static Scope of(long project, Topic first, Topic... others) {
        return new Scope(Set.of(project), EnumSet.of(first, others));
    }

    /** {@return the scope of who may do what} */
    public static Scope ofPeople() {
        return new Scope(Set.of(), EnumSet.of(Topic.ACCESS));
    }

    /** {@return the numbers under which the outbox keeps what is in this scope} */
    Long[] numbers() {
        Set<Long> numbers = new HashSet<>(projects);
        numbers.add(OutboxEntry.NO_PROJECT);
        return numbers.toArray(Long[]::new);
    }

    /** {@return the names of the topics, without prefix} */
    List<String> topicNames() {
        return topics.stream().map(Topic::topicName).sorted().toList();
    }
}
