package org.prefstream.task.labeling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.tag.TagType;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a thumbnail of a labeling page is drawn of. */
enum Piece {

    /** Something to read. */
    @JsonProperty("reading")
    READING,
    /** Messages of two speakers. */
    @JsonProperty("conversation")
    CONVERSATION,
    /** Two answers side by side. */
    @JsonProperty("pair")
    PAIR,
    /** Answers one below the other, to be put in order. */
    @JsonProperty("order")
    ORDER,
    /** Values to choose from. */
    @JsonProperty("options")
    OPTIONS,
    /** Stars to give. */
    @JsonProperty("stars")
    STARS,
    /** A field to write into. */
    @JsonProperty("writing")
    WRITING;

    /** {@return the pieces of a template from top to bottom: what is read, what is compared, what is asked besides} */
    static List<Piece> of(Template template) {
        ComparisonSpec spec = LabelingConfig.parse(template.config()).spec();
        List<Piece> pieces = new ArrayList<>(
                spec.objects().stream().filter(object -> object.shownAs() == ShownAs.PROMPT).map(Piece::of).toList());
        pieces.addAll(new LinkedHashSet<>(spec.controls().stream().map(Piece::of).toList()));
        return pieces;
    }

    private static Piece of(ShownObject object) {
        return TagType.named(object.tag()).filter(TagType.CHAT::equals).isPresent() ? CONVERSATION : READING;
    }

    private static Piece of(Control control) {
        return switch (TagType.of(control).orElse(TagType.TEXT_AREA)) {
            case PAIRWISE -> PAIR;
            case RANKER -> ORDER;
            case CHOICES -> OPTIONS;
            case RATING -> STARS;
            default -> WRITING;
        };
    }
}
