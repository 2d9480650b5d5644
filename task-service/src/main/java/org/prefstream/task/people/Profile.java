package org.prefstream.task.people;

import org.prefstream.kit.web.Fields;

/** What somebody says about themselves; any of it may be empty. */
record Profile(String username, String firstName, String lastName, String phone) {

    /** Nothing is known yet. */
    static final Profile EMPTY = new Profile("", "", "", "");

    /** The most characters that a field may have. */
    static final int LONGEST = 256;

    /** {@return what was sent, and of what was not, what was known before} */
    static Profile of(Fields sent, Profile before) {
        return new Profile(sent.text("username", LONGEST).orElse(before.username),
                sent.text("first_name", LONGEST).orElse(before.firstName),
                sent.text("last_name", LONGEST).orElse(before.lastName),
                sent.text("phone", LONGEST).orElse(before.phone));
    }
}
