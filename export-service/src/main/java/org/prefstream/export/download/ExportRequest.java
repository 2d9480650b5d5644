package org.prefstream.export.download;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.export.dataset.Selection;
import org.prefstream.export.dataset.SplitChoice;
import org.prefstream.export.dataset.TieChoice;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Flags;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * What somebody wants to export, and in which format.
 *
 * @param flags those of the format's flags that the request sets to true
 * @param choices those of the format's choices that the request makes
 * @param compression how the file is compressed
 * @param isWithTies whether rows of ties are asked for, whatever the format can have
 * @param splits the splits that each have files of their own; none where nobody asks for several
 * @param isDryRun whether the counts of the file are wanted instead of the file
 */
public record ExportRequest(
        ExportFormat format,
        Set<String> flags,
        Map<String, String> choices,
        Compression compression,
        Selection selection,
        boolean isWithTies,
        List<SplitChoice> splits,
        boolean isDryRun) {

    /** The parameters that select rows. Others, such as the format, are of a file. */
    public static final List<String> SELECTING = List.of("ids", "ids[]", "annotators", "since", "until", "ground_truth",
            "ties", "min_strength", "min_agreement", "aggregate", "split", "split_shares");
    /** What else a file of rows that were selected before cannot have. */
    static final List<String> OF_LIVE_ROWS = List.of("download_all_tasks");
    /** The parameter that asks for the counts of a file instead of the file. */
    static final String DRY_RUN = "dry_run";
    /** The names of the parameter that names the format: all of them are in use. */
    public static final List<String> FORMAT = List.of("exportType", "export_type", "format");
    /** The parameter that says which of the files about the same rows is wanted. */
    static final String PART = "part";
    /** The rows. */
    static final String DATA = "data";
    /** What stands beside them. */
    private static final List<String> BESIDE = List.of("provenance", "rejected");
    /** The flag that names annotators in a file to train on, where they have pseudonyms otherwise. */
    static final String NAMES = "annotator_names";
    /** Both spellings of the parameter for task ids are in use. Each may be repeated, and may hold several ids with commas. */
    private static final List<String> IDS = List.of("ids[]", "ids");

    public ExportRequest {
        flags = Set.copyOf(flags);
        choices = Map.copyOf(choices);
        splits = List.copyOf(splits);
    }

    /**
     * {@return the request that a query asks for; unknown parameters are ignored, because those of deliveries may come from a former
     * version}
     *
     * @param query the query's parameters, each with its values
     * @throws ProblemException a 400 that names the parameter, and says what it may be
     */
    public static ExportRequest of(long projectId, Map<String, List<String>> query, Formats formats) {
        ExportFormat format = formats.named(named(query));
        SelectionQuery asked = new SelectionQuery(query, formats, format);
        Selection selection = new Selection(projectId, taskIds(query), isYes(query, "download_all_tasks"),
                asked.judgements(), asked.pairs());
        return new ExportRequest(format, flags(query, formats, format), asked.choices(), asked.compression(), selection,
                asked.isWithTies(), asked.splits(), isYes(query, DRY_RUN));
    }

    /**
     * {@return what a query asks of rows that were selected before}
     *
     * @param usual the format where none is named
     * @throws ProblemException a 400 that names the parameter, and says what it may be
     */
    public static ExportRequest ofFrozen(long projectId, Map<String, List<String>> query, Formats formats,
            String usual) {
        Stream.concat(SELECTING.stream(), OF_LIVE_ROWS.stream())
                .filter(query::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.invalid(name,
                            "is not for a snapshot, whose rows were selected when it was made");
                });
        Map<String, List<String>> named = new HashMap<>(query);
        if (named(query) == null) {
            named.put(FORMAT.get(0), List.of(usual));
        }
        return of(projectId, named, formats);
    }

    /**
     * {@return what a query selects for files of any format} Of all of them, HF takes the most parameters that select rows.
     *
     * @throws ProblemException a 400 that names the parameter, and says what it may be
     */
    public static ExportRequest selecting(long projectId, Map<String, List<String>> query, Formats formats) {
        Map<String, List<String>> selecting = new HashMap<>(query);
        selecting.keySet().retainAll(SELECTING);
        selecting.put(FORMAT.get(0), List.of("HF"));
        return of(projectId, selecting, formats);
    }

    /** {@return parameters of an export that were kept, as a query has them} */
    public static Map<String, List<String>> query(Map<String, ?> kept) {
        Map<String, List<String>> query = new TreeMap<>();
        kept.forEach((name, value) -> query.put(name, List.of(String.valueOf(value))));
        return query;
    }

    /**
     * Refuses rows that were selected by what is said of pairs of answers, where the format has none.
     *
     * @throws ProblemException a 400 that names the format
     */
    public void requireFits(Selection selected) {
        String by = selected.pairs().selecting();
        if (by != null && format.card().rows() != RowKind.PREFERENCE) {
            throw ProblemException.invalid("exportType",
                    "%s has no rows to select by %s. Choose a format to train on, or select without it."
                            .formatted(format.card().name(), by));
        }
    }

    /** {@return whether rows of ties are asked for that the format cannot have} */
    boolean asksImpossibleTies() {
        return isWithTies && format.ties() == Ties.NONE;
    }

    /** {@return the rows of ties that the format can have, as far as there are any} */
    public TieChoice possibleTies() {
        return SelectionQuery.ties(format);
    }

    /** Refuses with a 403 who may not have what is asked for, though they may export. */
    public void requireMayHave(Person person) {
        if (flags.contains(NAMES) && person.role() != Role.OWNER) {
            throw ProblemException.forbidden("annotator_names: only owners may have the addresses of annotators.");
        }
    }

    /** {@return which of the files about the same rows is asked for; empty for the rows} */
    public String part() {
        String part = choices.getOrDefault(PART, "");
        return "report".equals(choices.get("lint")) ? "rejected" : part.equals(DATA) || part.equals("zip") ? "" : part;
    }

    /** {@return whether the format says of each row where it comes from, and which rows it leaves out, in files of their own} */
    public boolean hasFilesBeside() {
        return format.choices().getOrDefault(PART, List.of()).containsAll(BESIDE);
    }

    /** {@return the requests for these files, by their parts} */
    public Map<String, ExportRequest> beside() {
        Map<String, ExportRequest> requests = new LinkedHashMap<>();
        BESIDE.forEach(part -> requests.put(part, of(part)));
        return requests;
    }

    private ExportRequest of(String part) {
        Map<String, String> chosen = new HashMap<>(choices);
        chosen.put(PART, part);
        return new ExportRequest(format, flags, chosen, compression, selection, isWithTies, splits, isDryRun);
    }

    /** {@return the kind of file that is asked for, before it is compressed} */
    FileType file() {
        return format.file(choices);
    }

    /** {@return the kind of file that is asked for, as it is sent} */
    public FileType sentFile() {
        return compression.of(file());
    }

    private static @Nullable String first(Map<String, List<String>> query, List<String> names) {
        return names.stream().flatMap(name -> query.getOrDefault(name, List.of()).stream()).findFirst().orElse(null);
    }

    /** {@return the name of the format; null where none is named} */
    private static @Nullable String named(Map<String, List<String>> query) {
        List<String> names = FORMAT.stream()
                .flatMap(spelling -> query.getOrDefault(spelling, List.of()).stream())
                .toList();
        names.stream().filter(name -> !name.equalsIgnoreCase(names.get(0))).findFirst().ifPresent(other -> {
            throw ProblemException.invalid("exportType",
                    "must be one format, under exportType, export_type or format, and not both %s and %s"
                            .formatted(names.get(0), other));
        });
        return names.isEmpty() ? null : names.get(0);
    }

    private static Set<String> flags(Map<String, List<String>> query, Formats formats, ExportFormat format) {
        Set<String> flags = new LinkedHashSet<>();
        for (String flag : formats.flags()) {
            if (isYes(query, flag)) {
                if (!format.flags().contains(flag)) {
                    throw ProblemException.invalid(flag, "is only for the formats %s, not for %s"
                            .formatted(formats.having(flag), format.card().name()));
                }
                flags.add(flag);
            }
        }
        return flags;
    }

    private static boolean isYes(Map<String, List<String>> query, String name) {
        String value = first(query, List.of(name));
        return value != null && !value.isEmpty() && Flags.of(value)
                .orElseThrow(() -> ProblemException.invalid(name, "must be true or false, not \"" + value + "\""));
    }

    private static Set<Long> taskIds(Map<String, List<String>> query) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String name : IDS) {
            ids.addAll(SelectionQuery.ids(query, name, "a task"));
        }
        return ids;
    }
}
