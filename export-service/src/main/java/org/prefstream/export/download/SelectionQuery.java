package org.prefstream.export.download;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Judgements;
import org.prefstream.export.dataset.PairChoice;
import org.prefstream.export.dataset.SplitChoice;
import org.prefstream.export.dataset.TieChoice;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.RowKind;
import org.prefstream.labelstudio.error.ProblemException;

/** Reads from a query what an export is to hold. Each refusal is a 400 that names the parameter and says what it may be. */
final class SelectionQuery {

    private static final int STRENGTH_MAX = 3;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final Map<String, List<String>> query;
    private final Formats formats;
    private final ExportFormat format;

    SelectionQuery(Map<String, List<String>> query, Formats formats, ExportFormat format) {
        this.query = query;
        this.formats = formats;
        this.format = format;
    }

    /** {@return whose judgements are asked for, and of which time} Every format can leave out others. */
    Judgements judgements() {
        Instant since = instant("since");
        Instant until = instant("until");
        if (since != null && until != null && !since.isBefore(until)) {
            throw ProblemException.invalid("until", "must be later than since, which is %s".formatted(since));
        }
        boolean isWithoutGroundTruth = "exclude".equals(oneOf("ground_truth", List.of("include", "exclude")));
        return new Judgements(ids(query, "annotators", "a person"), since, until, !isWithoutGroundTruth);
    }

    /** {@return which rows are asked for, of a format that has dataset records} */
    PairChoice pairs() {
        ofRows("aggregate");
        boolean byMajority = "majority".equals(oneOf("aggregate", List.of("none", "majority")));
        return new PairChoice(split(), minStrength(), minAgreement(), byMajority,
                isWithTies() ? ties(format) : TieChoice.DROPPED);
    }

    /** {@return whether rows of ties are asked for} */
    boolean isWithTies() {
        ofRows("ties");
        return "both".equals(oneOf("ties", List.of("drop", "both")));
    }

    /** {@return the rows of ties that a format can have} A format that can have none leaves them out. */
    static TieChoice ties(ExportFormat format) {
        return switch (format.ties()) {
            case NONE -> TieChoice.DROPPED;
            case ONE -> TieChoice.ONCE;
            case TWO -> TieChoice.TWICE;
            case ONE_AND_BOTH_BAD -> TieChoice.ONCE_AND_BOTH_BAD;
        };
    }

    /** {@return what is asked of the format itself, by the parameters that only some formats have} */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String name : formats.choices()) {
            String value = value(name);
            if (value != null) {
                List<String> words = format.choices().get(name);
                if (words == null) {
                    throw ProblemException.invalid(name, "is only for the formats %s, not for %s"
                            .formatted(formats.choosing(name), format.card().name()));
                }
                String refusal = format.refusal(name, value);
                if (refusal != null) {
                    throw ProblemException.invalid(name, refusal);
                }
                choices.put(name, words.isEmpty() ? value : Objects.requireNonNull(oneOf(name, words)));
            }
        }
        return choices;
    }

    /** {@return how the file is compressed} A zip file is compressed already. */
    Compression compression() {
        String word = oneOf(Compression.PARAMETER, Compression.WORDS);
        if (word != null && format.file(choices()).equals(FileType.ZIP)) {
            throw ProblemException.invalid(Compression.PARAMETER, "is not for a zip file, which is compressed already");
        }
        return Compression.named(word);
    }

    private @Nullable Double minAgreement() {
        String value = ofRows("min_agreement");
        if (value == null) {
            return null;
        }
        if (!value.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            throw ProblemException.invalid("min_agreement",
                    "must be a share from 0 to 1 such as 0.75, not \"%s\"".formatted(value));
        }
        double share = Double.parseDouble(value);
        return share == 0 ? null : share;
    }

    private @Nullable SplitChoice split() {
        String shares = ofRows("split_shares");
        String split = ofRows("split");
        oneOf("split", SplitChoice.SPLITS);
        if (split == null && shares != null && !format.holdsSplits()) {
            throw ProblemException.invalid("split_shares",
                    "is only for a split: name one of %s with split".formatted(String.join(", ", SplitChoice.SPLITS)));
        }
        return split == null ? null : SplitShares.of(shares == null ? SplitShares.USUAL : shares).choice(split);
    }

    /** {@return the splits that each have files of their own; none where nobody asks for several} */
    List<SplitChoice> splits() {
        String shares = value("split_shares");
        return shares == null || value("split") != null ? List.of() : SplitShares.of(shares).choices();
    }

    private int minStrength() {
        String value = ofRows("min_strength");
        if (value == null) {
            return 0;
        }
        if (!value.matches("[0-3]")) {
            throw ProblemException.invalid("min_strength",
                    "must be a whole number from 0 to %d, not \"%s\"".formatted(STRENGTH_MAX, value));
        }
        return Integer.parseInt(value);
    }

    /** {@return the parameter, which only formats with dataset records may have} */
    private @Nullable String ofRows(String name) {
        String value = value(name);
        if (value != null && format.card().rows() != RowKind.PREFERENCE) {
            throw ProblemException.invalid(name, "is only for the formats %s, not for %s"
                    .formatted(formats.with(RowKind.PREFERENCE), format.card().name()));
        }
        return value;
    }

    private @Nullable String oneOf(String name, List<String> words) {
        String value = value(name);
        if (value != null && !words.contains(value)) {
            throw ProblemException.invalid(name, "must be %s, not \"%s\"".formatted(String.join(" or ", words), value));
        }
        return value;
    }

    private @Nullable Instant instant(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(value).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // It is refused below.
        }
        throw ProblemException.invalid(name,
                "must be an instant such as 2026-11-23T00:00:00Z, with the years 1 to 9999, not \"" + value + "\"");
    }

    /** {@return the value; null if there is none, or an empty one, as forms send what nobody has filled in} */
    private @Nullable String value(String name) {
        List<String> values = query.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).toList();
        if (values.size() > 1) {
            throw ProblemException.invalid(name, "must be given once");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** {@return the ids in a parameter, which may be repeated and may hold several ids with commas} */
    static Set<Long> ids(Map<String, List<String>> query, String name, String whose) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String value : query.getOrDefault(name, List.of())) {
            for (String id : value.split(",", -1)) {
                ids.add(id(name, id.strip(), whose));
            }
        }
        return ids;
    }

    private static Long id(String parameter, String id, String whose) {
        if (!id.matches("[0-9]{1,18}")) {
            throw ProblemException.invalid(parameter,
                    "must be the id of %s (a whole number), or several ids with commas, not \"%s\"".formatted(whose,
                            id));
        }
        return Long.valueOf(id);
    }
}
