package org.prefstream.export.format.training;

import java.util.List;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/** What reads the files of a format. The page and the API group formats by it. */
enum Use {

    /** TRL, which most people train with. */
    TRL("TRL"),
    /** Another program that people run themselves. */
    TRAINER("trainer"),
    /** A service that tunes models. */
    SERVICE("service"),
    /** A service that has ended, or is about to. */
    ENDED_SERVICE("ended-service");

    private final String word;

    Use(String word) {
        this.word = word;
    }

    /** {@return the card of a format whose files are JSON Lines} */
    FormatCard card(int place, String name, String title, String description, String link) {
        return card(place, name, title, description, link, FileType.JSON_LINES);
    }

    /** {@return the card of a format whose files are of another type} */
    FormatCard card(int place, String name, String title, String description, String link, FileType file) {
        return new FormatCard(place, name, title, description, link, RowKind.PREFERENCE, file,
                List.of("training", word));
    }
}
