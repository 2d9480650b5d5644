package org.prefstream.labelstudio.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.LayoutBox;

/**
 * Label Studio's tags, as far as something follows from them here. A name means the same in upper and lower case. What is
 * not in this list is an unknown tag: a control if it has a {@code toName}, an object if it has a name and shows a variable,
 * and in any case worth a warning.
 *
 * <p>The tags and their attributes are those of <a href="https://labelstud.io/tags">Label Studio's documentation</a>.
 */
public enum TagType {

    /** Arranges what stands in it. */
    VIEW("View", Kind.LAYOUT, "display"),
    /** Hides what stands in it until it is opened. */
    COLLAPSE("Collapse", Kind.LAYOUT, "accordion", "bordered", "open"),
    /** One part of a {@link #COLLAPSE}. */
    PANEL("Panel", Kind.LAYOUT, "open"),
    /** A style sheet. */
    STYLE("Style", Kind.LAYOUT),
    /** Narrows a long list of labels on the screen. */
    FILTER("Filter", Kind.LAYOUT, "placeholder", "minLength", "hotkey"),
    /** Repeats what stands in it for each item of a list. */
    REPEATER("Repeater", Kind.LAYOUT, "on", "indexFlag", "mode"),

    /** Shows a heading. It needs no name, because nothing is answered about it. */
    HEADER("Header", Kind.VISUAL, "size", "underline"),
    /** Shows formatted text. It needs no name, because nothing is answered about it. */
    MARKDOWN("Markdown", Kind.VISUAL),

    /** Shows a text. */
    TEXT("Text", Kind.OBJECT, "valueType", "saveTextResult", "encoding", "selectionEnabled", "highlightColor",
            "showLabels", "granularity"),
    /** Shows a text that holds HTML. */
    HYPER_TEXT("HyperText", Kind.OBJECT, "valueType", "inline", "saveTextResult", "encoding", "selectionEnabled",
            "clickableLinks", "highlightColor", "showLabels", "granularity"),
    /** Shows a dialogue. */
    PARAGRAPHS("Paragraphs", Kind.OBJECT, "valueType", "audioUrl", "sync", "showPlayer", "saveTextResult", "layout",
            "nameKey", "textKey", "contextScroll"),
    /** Shows a conversation. */
    CHAT("Chat", Kind.OBJECT, "messageRoles", "editable", "minMessages", "maxMessages", "llm"),
    /** Shows a list of items, which a {@link #RANKER} puts in order. */
    LIST("List", Kind.OBJECT, "elementValue", "elementTag"),

    /** Shows a picture by its address. */
    IMAGE("Image", Kind.MEDIA),
    /** Plays a sound by its address. */
    AUDIO("Audio", Kind.MEDIA),
    /** The older {@link #AUDIO}. */
    AUDIO_PLUS("AudioPlus", Kind.MEDIA),
    /** Plays a film by its address. */
    VIDEO("Video", Kind.MEDIA),
    /** Shows a document by its address. */
    PDF("PDF", Kind.MEDIA),
    /** Shows a table. */
    TABLE("Table", Kind.MEDIA),
    /** Shows measurements over time. */
    TIME_SERIES("TimeSeries", Kind.MEDIA),

    /** Asks which of two is better. */
    PAIRWISE("Pairwise", AnswerRules::pairwise, "selectionStyle", "leftClass", "rightClass"),
    /** Asks for an order of the items of a {@link #LIST}. */
    RANKER("Ranker", AnswerRules::ranker, "mode"),
    /** Asks for one or several of the values offered. */
    CHOICES("Choices", AnswerRules::choices, "choice", "showInline", "layout", "allowNested"),
    /** Asks for a number of stars. */
    RATING("Rating", AnswerRules::rating, "maxRating", "defaultValue", "icon"),
    /** Asks for a text. */
    TEXT_AREA("TextArea", AnswerRules::text, "label", "placeholder", "maxSubmissions", "editable", "skipDuplicates",
            "transcription", "displayMode", "rows", "showSubmitButton"),
    /** Asks for a number. */
    NUMBER("Number", AnswerRules::number, "min", "max", "step", "defaultValue"),

    /** One of the values of a {@link #CHOICES}. */
    CHOICE("Choice", Kind.OPTION, "selected", "alias", "html", "color"),
    /** One of the values of a control that marks regions. */
    LABEL("Label", Kind.OPTION, "alias", "selected", "maxUsages", "background", "selectedColor", "aliasStyle",
            "showAlias", "color", "category", "granularity", "html"),
    /** One of the values that name a relation between regions. */
    RELATION("Relation", Kind.OPTION, "alias", "background"),
    /** A place into which a {@link #RANKER} sorts items without saying which place is better. */
    BUCKET("Bucket", Kind.OPTION, "default");

    /** What a tag does. */
    private enum Kind {
        LAYOUT,
        VISUAL,
        OBJECT,
        MEDIA,
        CONTROL,
        OPTION
    }

    private static final List<String> OF_ALL = List.of("name", "toName", "value", "style", "className", "class", "id",
            "idAttr", "hint", "title", "size", "required", "requiredMessage", "hotkey", "visibleWhen", "whenTagName",
            "whenLabelValue", "whenChoiceValue", "whenRole", "perRegion", "perItem", "readonly", "snap");
    private static final Set<String> EVERYWHERE = OF_ALL.stream()
            .map(TagType::lowerCase)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, TagType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(type -> lowerCase(type.tag), Function.identity()));

    private final String tag;
    private final Kind kind;
    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
    private final AnswerRule rule;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> ownAttributes;
    @SuppressWarnings("ImmutableEnumChecker") // made by toUnmodifiableSet
    private final Set<String> attributes;

    TagType(String tag, Kind kind, String... attributes) {
        this(tag, kind, AnswerRule.ANYTHING, attributes);
    }

    TagType(String tag, AnswerRule rule, String... attributes) {
        this(tag, Kind.CONTROL, rule, attributes);
    }

    TagType(String tag, Kind kind, AnswerRule rule, String... attributes) {
        this.tag = tag;
        this.kind = kind;
        this.rule = rule;
        this.ownAttributes = List.of(attributes);
        this.attributes = Stream.of(attributes).map(TagType::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the tag of that name, in upper or lower case; nothing for an unknown one} */
    public static Optional<TagType> named(String tag) {
        return Optional.ofNullable(BY_NAME.get(lowerCase(tag)));
    }

    /** {@return the tag whose answers a control takes; nothing for an unknown one} */
    public static Optional<TagType> of(Control control) {
        return named(control.type()).filter(TagType::isControl);
    }

    /** {@return whether a control compares candidates, so that preferences follow from its answers} */
    public static boolean compares(Control control) {
        return control.type().equals(PAIRWISE.resultType()) || control.type().equals(RANKER.resultType());
    }

    /** {@return whether anything is compared under such a configuration} */
    public static boolean compares(ComparisonSpec spec) {
        return spec.controls().stream().anyMatch(TagType::compares);
    }

    /** {@return whether a control is this tag} */
    public boolean is(Control control) {
        return control.type().equals(resultType());
    }

    /** {@return the tag in its usual spelling, such as {@code TextArea}} */
    public String tag() {
        return tag;
    }

    /** {@return {@code type} in a result: the tag in lower case} */
    public String resultType() {
        return lowerCase(tag);
    }

    /** {@return the key in a region's {@code value} under which the answer stands, such as {@code choices}} */
    public String valueKey() {
        return switch (this) {
            case PAIRWISE -> "selected";
            case TEXT_AREA -> "text";
            default -> resultType();
        };
    }

    /** {@return whether this arranges what stands in it, and shows nothing itself} */
    public boolean arranges() {
        return kind == Kind.LAYOUT;
    }

    /** {@return whether annotators answer something here} */
    public boolean isControl() {
        return kind == Kind.CONTROL;
    }

    /** {@return whether this shows something that a control can be about; it must have a name} */
    public boolean isObject() {
        return kind == Kind.OBJECT || kind == Kind.MEDIA;
    }

    /** {@return whether this shows something, named or not} */
    public boolean shows() {
        return isObject() || kind == Kind.VISUAL;
    }

    /** {@return whether what this shows can be compared as text} */
    public boolean showsText() {
        return kind == Kind.OBJECT || kind == Kind.VISUAL;
    }

    /** {@return whether this is one of the values that a control offers} */
    public boolean isOption() {
        return kind == Kind.OPTION;
    }

    /** {@return whether Label Studio gives this tag an attribute of that name; media tags may have any} */
    public boolean knows(String attribute) {
        String name = lowerCase(attribute);
        return kind == Kind.MEDIA || EVERYWHERE.contains(name) || attributes.contains(name);
    }

    /** {@return the attributes that this tag may have, in their usual spelling, its own ones first; media tags may have others too} */
    public List<String> knownAttributes() {
        return Stream.concat(ownAttributes.stream(), OF_ALL.stream()).distinct().toList();
    }

    /** {@return the rule for the values of this tag's answers} */
    public AnswerRule rule() {
        return rule;
    }

    /** {@return what a tag does on the page} */
    public LayoutBox.Kind box() {
        return switch (this) {
            case COLLAPSE -> LayoutBox.Kind.FOLDS;
            case PANEL -> LayoutBox.Kind.FOLD;
            case STYLE -> LayoutBox.Kind.SHEET;
            case REPEATER -> LayoutBox.Kind.REPEAT;
            case HEADER -> LayoutBox.Kind.HEADING;
            case MARKDOWN -> LayoutBox.Kind.MARKUP;
            case TEXT -> LayoutBox.Kind.PLAIN;
            case HYPER_TEXT -> LayoutBox.Kind.HTML;
            case PARAGRAPHS, CHAT -> LayoutBox.Kind.DIALOGUE;
            case LIST -> LayoutBox.Kind.ITEMS;
            case IMAGE -> LayoutBox.Kind.IMAGE;
            default -> switch (kind) {
                case LAYOUT -> LayoutBox.Kind.GROUP;
                case MEDIA -> LayoutBox.Kind.MEDIUM;
                case CONTROL -> LayoutBox.Kind.CONTROL;
                case OPTION -> LayoutBox.Kind.OPTION;
                case VISUAL, OBJECT -> LayoutBox.Kind.PLAIN;
            };
        };
    }

    /** {@return the tags that annotators answer, for messages} */
    public static List<String> controls() {
        return Arrays.stream(values()).filter(TagType::isControl).map(TagType::tag).toList();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
