package org.prefstream.kit.projection;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Doubts.Doubt;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the owner of a topic answers when it is asked for keys ({@code /internal/present}), and what it says of its database.
 *
 * @param keys those of the keys that it has
 * @param outbox the identity of its outbox, which names its database; null from an earlier version
 * @param neverWentBack whether the database has led one life only: what it does not have was deleted, and never lost
 * @param published how far the owner knows that its topic is
 */
record OwnerAnswer(
        @JsonProperty("keys") Set<String> keys,
        @JsonProperty("outbox") @Nullable UUID outbox,
        @JsonProperty("never_went_back") boolean neverWentBack,
        @JsonProperty("published") @Nullable Positions published) {

    /** What speaks against an answer. */
    enum Objection {

        /** The owner does not say which database it has, because it is of an earlier version. */
        EARLIER_VERSION("it does not say which database it has; is it of the same version?", false),
        /** The copy was made of another database. */
        ANOTHER_DATABASE("it has another database than the one that the copy was made of", false),
        /** It is not known of which database the copy was made, and nobody has said that it is to be compared all the same. */
        UNKNOWN_DATABASE("it is not known of which database the copy was made", true),
        /** The database went back to an earlier moment, and nobody has said that the copy is to be compared all the same. */
        WENT_BACK("its database may have gone back to an earlier moment once", true),
        /**
         * The owner does not know of all that the copy has applied. It has not settled it yet, or it was restored and does not know that
         * yet. Where a topic was filled again, it may never know.
         */
        BEHIND("its database does not know of all that the copy has", false);

        private final String words;
        private final boolean needsWord;

        Objection(String words, boolean needsWord) {
            this.words = words;
            this.needsWord = needsWord;
        }

        String words() {
            return words;
        }

        /** {@return whether asking again does not help, but somebody's word does} */
        boolean needsWord() {
            return needsWord;
        }
    }

    /**
     * {@return what speaks against deleting what the owner does not have; null if nothing does}
     *
     * @param applied how far the copy was before it asked, by the topic's key
     */
    @Nullable
    Objection objection(Doubt doubt, Positions applied) {
        if (doubt.outbox() != null && !doubt.outbox().equals(outbox)) {
            return outbox == null ? Objection.EARLIER_VERSION : Objection.ANOTHER_DATABASE;
        }
        return doubt.unlessGoneBack() ? objectionWithoutAWord(doubt, applied) : null;
    }

    private @Nullable Objection objectionWithoutAWord(Doubt doubt, Positions applied) {
        if (doubt.outbox() == null) {
            return Objection.UNKNOWN_DATABASE;
        } else if (!neverWentBack) {
            return Objection.WENT_BACK;
        }
        return published == null || !applied.beyond(published).isNone() ? Objection.BEHIND : null;
    }
}
