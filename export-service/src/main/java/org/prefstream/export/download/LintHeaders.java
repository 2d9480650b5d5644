package org.prefstream.export.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Inspection.Flaw;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** Says in the headers of a file what was found about its rows. */
public final class LintHeaders {

    /** The header that says, in a sentence for people, why a file has no rows. */
    static final String EMPTY = "Prefstream-Empty";
    /** The header that says how many rows a file has. */
    public static final String ROWS = "Prefstream-Rows";
    /** The header that says how many pairs of answers the rows are of. */
    public static final String PAIRS = "Prefstream-Pairs";
    /** The header that says how many rows are left out, by the rule that they break. */
    public static final String LEFT_OUT = "Prefstream-Rows-Left-Out";
    /** The header that says what is wrong with the file as a whole, and how often. */
    public static final String WARNINGS = "Prefstream-Warnings";

    private static final int EXAMPLES = 5;

    private LintHeaders() {
    }

    /**
     * Tells what was found.
     *
     * @throws ProblemException a 422 that names the first rows which are left out, if the request wants all rows or none
     */
    static void tell(Inspection found, ExportRequest request, ExportSource source, BiConsumer<String, String> headers) {
        if (isRefused(found, request)) {
            throw new ProblemException(ProblemType.UNSUITABLE_FORMAT, refusal(found, request, source));
        }
        headers.accept(ROWS, Long.toString(found.lines()));
        headers.accept(PAIRS, Long.toString(found.pairs()));
        if (!found.leftOut().isEmpty()) {
            headers.accept(LEFT_OUT, counts(found.leftOut()));
        }
        if (!found.warnings().isEmpty()) {
            headers.accept(WARNINGS, counts(found.warnings()));
        }
    }

    /** {@return whether the request wants all rows or none, and so gets none} */
    static boolean isRefused(Inspection found, ExportRequest request) {
        return "strict".equals(request.choices().get("lint")) && found.refusesStrictly();
    }

    static String whyEmpty(Inspection found) {
        return "All rows break a rule of the format and are left out: " + counts(found.leftOut()) + ".";
    }

    /** Tells of a file whose rows the format does not look at. */
    static void tellConflicts(ExportSource source, BiConsumer<String, String> headers) {
        long conflicts = source.conflicts();
        if (conflicts > 0) {
            headers.accept(WARNINGS, counts(List.of(Flaw.conflicts(conflicts))));
        }
    }

    private static String firstConflicts(ExportSource source) {
        List<String> first = new ArrayList<>();
        source.conflicting(recordId -> {
            if (first.size() < EXAMPLES) {
                first.add(recordId);
            }
        });
        return first.isEmpty()
                ? ""
                : " The first are %s; conflicts=drop leaves all of them out.".formatted(String.join(", ", first));
    }

    private static String refusal(Inspection found, ExportRequest request, ExportSource source) {
        StringBuilder detail = new StringBuilder("The format ").append(request.format().card().name())
                .append(" cannot hold everything: ");
        if (!found.leftOut().isEmpty()) {
            detail.append(counts(found.leftOut()))
                    .append(". The first rows are ")
                    .append(String.join(", ", found.examples()))
                    .append(". lint=report lists all of them, and without lint=strict the file goes without them.");
        } else {
            detail.append(found.warnings().stream().map(Flaw::detail).collect(Collectors.joining(" ")));
            detail.append(firstConflicts(source));
        }
        return detail.toString();
    }

    /** {@return the counts of a header, by their codes} */
    public static Map<String, Long> read(String counts) {
        Map<String, Long> read = new LinkedHashMap<>();
        for (String one : counts.split(", ", -1)) {
            int is = one.indexOf('=');
            read.put(one.substring(0, is), Long.valueOf(one.substring(is + 1)));
        }
        return read;
    }

    private static String counts(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> flaw.code() + "=" + flaw.count()).collect(Collectors.joining(", "));
    }
}
