package org.prefstream.export.download;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.prefstream.kit.web.KnownNames;
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
    /** Label Studio's clients may send them. Files that data links to are never fetched, and there are no videos. */
    private static final List<String> WITHOUT_EFFECT = List.of("download_resources", "interpolate_key_frames");
    /** What else a file of rows that were selected before cannot have. */
    private static final List<String> OF_LIVE_ROWS = List.of("download_all_tasks");
    /** The parameter that asks for the counts of a file instead of the file. */
    private static final String DRY_RUN = "dry_run";
    /** The names of the parameter that names the format: all of them are in use. */
    public static final List<String> FORMAT = List.of("exportType", "export_type", "format");
    /** The parameter that says which of the files about the same rows is wanted. */
    static final String PART = "part";
    /** The rows. */
    static final String DATA = "data";
    /** What stands beside them. */
    private static final List<String> BESIDE = List.of("provenance", "rejected");
    /** The flag that names annotators in a file to train on, where they have pseudonyms otherwise. */
    private static final String NAMES = "annotator_names";
    /** Both spellings of the parameter for task ids are in use. Each may be repeated, and may hold several ids with commas. */
    private static final List<String> IDS = List.of("ids[]", "ids");

    public ExportRequest {
        flags = Set.copyOf(flags);
        choices = Map.copyOf(choices);
        splits = List.copyOf(splits);
    }

    /** Refuses parameters that no export has, with a 400 that names them: what is missed would not be trained on. */
    public static void requireKnown(Map<String, List<String>> query, Formats formats) {
        List<String> known = new ArrayList<>(FORMAT);
        known.addAll(SELECTING);
        known.addAll(OF_LIVE_ROWS);
        known.add(DRY_RUN);
        known.addAll(formats.flags());
        known.addAll(formats.choices());
        known.add(Compression.PARAMETER);
        known.addAll(WITHOUT_EFFECT);
        KnownNames.of(known).require(query);
    }

    /** Refuses parameters that no file of a snapshot has: it knows annotators by their ids alone. */
    public static void requireKnownOfFrozen(Map<String, List<String>> query, Formats formats) {
        requireKnown(query, formats);
        if (query.containsKey(NAMES)) {
            throw ProblemException.invalid(NAMES,
                    "is not for a snapshot, which keeps no addresses: its provenance has pseudonyms");
        }
    }

    /** Refuses also what no file of a snapshot has that is sent to a target. */
    public static void requireKnownOfSent(Map<String, List<String>> query, Formats formats) {
        requireKnownOfFrozen(query, formats);
        if (query.containsKey(DRY_RUN)) {
            throw ProblemException.invalid(DRY_RUN, "is not for what is sent: ask it of the snapshot's file");
        }
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
        ExportRequest request = of(projectId, named, formats);
        if (request.format().card().rows() != RowKind.PREFERENCE) {
            throw ProblemException.invalid("exportType",
                    "%s is not made of preferences, which is what a snapshot has. Use one of %s."
                            .formatted(request.format().card().name(), formats.with(RowKind.PREFERENCE)));
        }
        return request;
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
