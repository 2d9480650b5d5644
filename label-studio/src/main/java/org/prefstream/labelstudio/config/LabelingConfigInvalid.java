package org.prefstream.labelstudio.config;

import java.util.List;

/** A labeling configuration that cannot be used; each message names the tag and the line and says what would be right. */
public class LabelingConfigInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> messages;

    LabelingConfigInvalid(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    /** {@return what is wrong, in the order of the lines; never empty} */
    public List<String> messages() {
        return messages;
    }
}
