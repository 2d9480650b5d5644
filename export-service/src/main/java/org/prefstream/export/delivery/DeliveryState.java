package org.prefstream.export.delivery;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a delivery is. */
enum DeliveryState {

    /** It will begin in a moment, or again after a while. */
    WAITING,
    /** A replica writes its files. */
    RUNNING,
    /** All of its files are at their place, and the manifest too. */
    DONE,
    /** It has ended without its files, and says why. */
    FAILED,
    /** Somebody has stopped it. */
    CANCELLED;

    /** {@return the word for it in the API} */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
