package org.prefstream.export.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

import org.prefstream.contract.PreferenceRecord;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/** What selects a row by its texts: hashes, because an index and a comparison hold no long text. */
final class TextFacts {

    /** Other hashes of a prompt, of whatever program, must not go together with the split. A change moves every row. */
    private static final String SALT = "prefstream split 1\n";

    private TextFacts() {
    }

    /**
     * {@return where the prompt stands among all prompts: evenly from 0 up to, and without, {@link SplitChoice#PLACES}}
     *
     * <p>Equal prompts have equal places, in whatever task, and whether one is a text and the other a message of the user.
     */
    static int splitPlace(PreferenceRecord row) {
        return splitPlace(row.prompt());
    }

    /** {@return the place of a prompt, which is a text or a list of messages} */
    static int splitPlace(Object prompt) {
        MessageDigest digest = Hashes.digest();
        digest.update(bytes(SALT));
        digest.update(bytes(text(prompt)));
        return ByteBuffer.wrap(digest.digest()).getInt() >>> 1;
    }

    /** {@return a hash of the prompt and both answers, whichever of them is chosen} */
    static long textsHash(PreferenceRecord row) {
        String chosen = text(row.chosen());
        String rejected = text(row.rejected());
        boolean isUpward = chosen.compareTo(rejected) > 0;
        MessageDigest digest = Hashes.digest();
        for (String text : List.of(text(row.prompt()), isUpward ? rejected : chosen, isUpward ? chosen : rejected)) {
            byte[] bytes = bytes(text);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array()); // where one text ends
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** {@return whether the answer is chosen whose text is the later one of both} */
    static boolean isUpward(PreferenceRecord row) {
        return text(row.chosen()).compareTo(text(row.rejected())) > 0;
    }

    /** A single message is its text: it is what a text becomes in a file of messages. */
    private static String text(Object content) {
        if (content instanceof String text) {
            return text;
        }
        return content instanceof List<?> messages && messages.size() == 1
                && messages.get(0) instanceof Map<?, ?> message && message.get("content") instanceof String only
                        ? only
                        : Json.write(content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
