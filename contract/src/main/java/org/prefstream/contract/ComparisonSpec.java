package org.prefstream.contract;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a labeling configuration means for comparisons: what is shown, what is compared, and what may be answered. Only
 * task-service reads the XML from which a spec is derived.
 *
 * <p>A spec that contains a Repeater is a pattern: its names and values hold the Repeater's flag, such as {@code {{idx}}}. A
 * task's data says how often the pattern is repeated.
 *
 * @param objects everything shown, in document order
 * @param controls everything that may be answered, in document order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComparisonSpec(
        @JsonProperty("objects") List<ShownObject> objects,
        @JsonProperty("controls") List<Control> controls) {

    public ComparisonSpec {
        objects = List.copyOf(objects);
        controls = List.copyOf(controls);
    }

    /**
     * Something shown to the annotator.
     *
     * @param name the tag's name, unique among objects and controls; a tag without one gets {@code <tag>@<line>}
     * @param tag the tag, such as {@code Text}, {@code HyperText}, {@code List}; in its usual spelling if it is known
     * @param value what is shown, as the configuration says it: {@code $key}, {@code $a.b[0]}, a text with variables, or a
     *        literal text
     * @param shownAs the part that it plays in the comparison
     * @param nameKey where an item of a dialogue keeps the speaker's name; null for other tags
     * @param textKey where an item of a dialogue keeps the text; null for other tags
     * @param repeats the Repeaters around the tag, the outermost first
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ShownObject(
            @JsonProperty("name") String name,
            @JsonProperty("tag") String tag,
            @JsonProperty("value") @JsonInclude(JsonInclude.Include.ALWAYS) String value,
            @JsonProperty("shown_as") ShownAs shownAs,
            @JsonProperty("name_key") @Nullable String nameKey,
            @JsonProperty("text_key") @Nullable String textKey,
            @JsonProperty("repeats") List<Repeat> repeats) {

        public ShownObject {
            repeats = copyOf(repeats);
        }

        /** {@return an object that candidates answer to, outside of any Repeater} */
        public static ShownObject prompt(String name, String tag, String value) {
            return new ShownObject(name, tag, value, ShownAs.PROMPT, null, null, List.of());
        }

        /** {@return an object that is compared, outside of any Repeater} */
        public static ShownObject candidate(String name, String tag, String value) {
            return new ShownObject(name, tag, value, ShownAs.CANDIDATE, null, null, List.of());
        }
    }

    /** Which part an object plays in the comparison. */
    public enum ShownAs {
        /** It is compared with others by a control. */
        @JsonProperty("candidate")
        CANDIDATE,
        /** It is what the candidates answer to. */
        @JsonProperty("prompt")
        PROMPT,
        /** It says the same for every task, as a heading does. It is no part of what is trained on. */
        @JsonProperty("caption")
        CAPTION
    }

    /**
     * One Repeater around a tag.
     *
     * @param repeater tells the Repeaters of a configuration apart, from 0 in document order
     * @param on the list for each of whose items it repeats, such as {@code $turns}
     * @param flag the text that stands for the index in names and values, such as {@code {{idx}}}
     * @param index which repetition this is, from 0; null in a pattern
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Repeat(
            @JsonProperty("repeater") int repeater,
            @JsonProperty("on") String on,
            @JsonProperty("flag") String flag,
            @JsonProperty("index") @Nullable Integer index) {
    }

    /**
     * Something that an annotator may answer.
     *
     * @param name the tag's name: {@code from_name} in a result
     * @param type {@code type} in a result: the tag in lower case
     * @param toName names of the objects that it is about, in the order of the configuration; the left one of a pair is first
     * @param choices the values offered, of a Ranker its buckets; empty where the control offers none, or takes them from the
     *        task. Where options stand below others, each is the path to one, as JSON text
     * @param multiple whether several of the choices may be taken at once
     * @param maxRating stars of a rating; 0 for other controls
     * @param required whether the configuration demands an answer, whatever else is answered
     * @param value where the task brings what is offered, such as {@code $options}; null where the configuration says it
     * @param repeats the Repeaters around it, the outermost first
     * @param options what is said of choices beside their values: by a task, or where options stand below others; empty where
     *        nothing is said
     * @param nested whether options may stand below others, and results name each by the path to it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Control(
            @JsonProperty("name") String name,
            @JsonProperty("type") String type,
            @JsonProperty("to_name") List<String> toName,
            @JsonProperty("choices") List<String> choices,
            @JsonProperty("multiple") boolean multiple,
            @JsonProperty("max_rating") int maxRating,
            @JsonProperty("required") boolean required,
            @JsonProperty("value") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String value,
            @JsonProperty("repeats") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Repeat> repeats,
            @JsonProperty("options") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
            @JsonProperty("nested") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean nested) {

        public Control {
            toName = List.copyOf(toName);
            choices = List.copyOf(choices);
            repeats = copyOf(repeats);
            options = copyOf(options);
        }

        /** Makes a control of whose choices nothing is said beside their values. */
        public Control(String name, String type, List<String> toName, List<String> choices, boolean multiple,
                int maxRating, boolean required, @Nullable String value, List<Repeat> repeats) {
            this(name, type, toName, choices, multiple, maxRating, required, value, repeats, List.of(), false);
        }

        /** Makes a control outside of any Repeater, whose choices the configuration says. */
        public Control(String name, String type, List<String> toName, List<String> choices, boolean multiple,
                int maxRating, boolean required) {
            this(name, type, toName, choices, multiple, maxRating, required, null, List.of());
        }
    }

    /**
     * What is said of one of the choices.
     *
     * @param value the choice, as the control lists it
     * @param label what people read; null where it is the value
     * @param hint what explains it; null if nothing does
     * @param hotkey the key that chooses it; null if none does
     * @param path the values from the topmost option down to this one, as results say it; empty where options do not stand below
     *        others
     * @param selected whether a task's data choose it before anybody does. What a tag selects stands in the layout
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Option(
            @JsonProperty("value") String value,
            @JsonProperty("label") @Nullable String label,
            @JsonProperty("hint") @Nullable String hint,
            @JsonProperty("hotkey") @Nullable String hotkey,
            @JsonProperty("path") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> path,
            @JsonProperty("selected") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean selected) {

        public Option {
            path = copyOf(path);
        }

        /** Makes an option that no data select. */
        public Option(String value, @Nullable String label, @Nullable String hint, @Nullable String hotkey,
                List<String> path) {
            this(value, label, hint, hotkey, path, false);
        }
    }

    /** {@return the control of that name; empty if there is none} */
    public Optional<Control> control(String name) {
        return controls.stream().filter(control -> control.name().equals(name)).findFirst();
    }

    /** {@return the object of that name; empty if there is none} */
    public Optional<ShownObject> object(String name) {
        return objects.stream().filter(object -> object.name().equals(name)).findFirst();
    }

    /** JSON leaves an empty list out, which is then read as null. */
    private static <T> List<T> copyOf(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
