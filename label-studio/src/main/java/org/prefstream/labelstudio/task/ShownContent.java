package org.prefstream.labelstudio.task;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.json.Json;

/**
 * What an annotator reads where an object is shown: a text, or a conversation. The page, the dataset and the exports all take
 * it from here, so that what was shown is what is trained on.
 *
 * <p>Text stays as it is, HTML and Markdown included. A conversation is a list of messages, or one message alone, see
 * {@link Conversation#in}. Any other value is read as compact JSON, nothing as the empty text.
 */
public sealed interface ShownContent {

    /** A text. */
    record Text(String text) implements ShownContent {

        @Override
        public Object json() {
            return text;
        }
    }

    /** A conversation. */
    record Messages(Conversation conversation) implements ShownContent {

        @Override
        public Object json() {
            return conversation.messages();
        }
    }

    /** {@return the content as JSON has it: a string, or a list of messages} */
    Object json();

    /**
     * {@return what an object shows}
     *
     * @param value the object's value, read from the task's data; null where the data lacks it
     */
    static ShownContent of(ShownObject object, @Nullable Object value) {
        if (value == null) {
            return new Text("");
        }
        return value instanceof String text
                ? new Text(text)
                : Conversation.in(value, object.nameKey(), object.textKey())
                        .<ShownContent>map(Messages::new)
                        .orElseGet(() -> new Text(Json.write(value)));
    }

    /** {@return the content that {@link #json()} gave} */
    static ShownContent parse(@Nullable Object json) {
        if (json instanceof List<?> messages) {
            return new Messages(new Conversation(messages.stream().map(ShownContent::message).toList()));
        }
        return new Text(json == null ? "" : json.toString());
    }

    private static Map<String, Object> message(@Nullable Object json) {
        Map<String, Object> message = Json.asObject(json);
        if (message == null) {
            throw new IllegalArgumentException("a message must be an object: " + json);
        }
        return message;
    }
}
