package org.prefstream.labelstudio.config;

import java.util.ArrayList;
import java.util.List;

/** What there is to say about the tags of a configuration: the first so many messages, and how many more there are. */
final class Messages {

    private final int most;
    private final List<String> first = new ArrayList<>();
    private int more;

    Messages(int most) {
        this.most = most;
    }

    /** Takes what is to be said of a tag, as the rest of a sentence about it. */
    void add(Tag tag, String what) {
        if (first.size() < most) {
            first.add(tag.title() + " " + what);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** {@return the messages, in the order they came} */
    List<String> list() {
        List<String> all = new ArrayList<>(first);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return all;
    }
}
