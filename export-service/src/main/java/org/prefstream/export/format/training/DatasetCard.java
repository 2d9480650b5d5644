package org.prefstream.export.format.training;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportSource;
import org.prefstream.labelstudio.json.Json;

/**
 * The card of a dataset: a page for people, with what loaders need to know at its head. All numbers are of the rows that the folder
 * holds, so the same rows always have the same card. Sizes of splits are left out: loaders want them in bytes of their own memory.
 *
 * @param license an identifier of SPDX or the Hub; null where nobody has stated one
 * @see <a href="https://huggingface.co/docs/hub/datasets-cards">Dataset cards</a>
 */
record DatasetCard(ExportSource.About about, List<String> splits, RowSurvey rows, @Nullable String license) {

    /** The licence of rows of which nobody has stated one, as the Hub says it. */
    static final String UNKNOWN = "unknown";

    private static final int RUN_MIN = 3;

    String text() {
        return "---\n" + head() + "---\n\n" + body();
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        head.append("pretty_name: ").append(Json.write(title())).append('\n');
        head.append("license: ").append(license == null ? UNKNOWN : Json.write(hubs(license))).append('\n');
        head.append("size_categories:\n- ").append(sizeCategory()).append('\n');
        head.append("tags:\n- preference\n- human-feedback\n- rlhf\n- dpo\n- trl\n");
        head.append("configs:\n- config_name: default\n  data_files:\n");
        splits.forEach(split -> head.append("  - split: %s\n    path: data/%s-*.parquet\n".formatted(split, split)));
        head.append("dataset_info:\n  features:\n");
        rows.columns().all().forEach(column -> head.append(feature(column)));
        return head.toString();
    }

    private String feature(PreferenceColumns.Column column) {
        String name = "  - name: " + column.name() + "\n";
        return switch (column.kind()) {
            case TEXT -> name + "    dtype: string\n";
            case TEXT_OR_MESSAGES -> rows.columns().areMessages()
                    ? name + rows.columns().messages().features()
                    : name + "    dtype: string\n";
            case DECIMAL -> name + "    dtype: float64\n";
            case LONG -> name + "    dtype: int64\n";
            case INT -> name + "    dtype: int32\n";
            case INTS -> name + "    list: int32\n";
            case INSTANT -> name + "    dtype: timestamp[us, tz=UTC]\n";
        };
    }

    private String sizeCategory() {
        long count = rows.rows();
        if (count < 1_000) {
            return "n<1K";
        }
        if (count < 10_000) {
            return "1K<n<10K";
        }
        if (count < 100_000) {
            return "10K<n<100K";
        }
        return count < 1_000_000 ? "100K<n<1M" : "1M<n<10M";
    }

    private String title() {
        return about.title().isBlank() ? "Preferences" : about.title();
    }

    private String body() {
        StringBuilder body = new StringBuilder("# ").append(title().replaceAll("\\s+", " ")).append("\n\n");
        body.append(
                "Human preferences between answers of language models. Each row has a prompt, the answer that was preferred"
                        + " (`chosen`) and the other one (`rejected`).\n\n");
        body.append("## How it was collected\n\n");
        body.append(
                "- Rows: %d, of %d %s.\n".formatted(rows.rows(), rows.tasks(), rows.tasks() == 1 ? "task" : "tasks"));
        body.append("- Annotators: %d.\n".formatted(rows.annotators()));
        body.append(agreement()).append(left());
        body.append(ties());
        body.append(guidelines());
        body.append("\n## Licence\n\n").append(licence());
        return body.toString();
    }

    private String licence() {
        return license == null
                ? "Nobody has stated a licence. Whoever publishes this dataset should state one here and in `license` above.\n"
                : "Whoever made this folder has stated the licence `%s`.\n".formatted(license);
    }

    /** {@return an identifier as the Hub writes it: that of SPDX in lower case} */
    private static String hubs(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    private String agreement() {
        if (rows.columns().haveVotes()) {
            return "- Each row stands for a majority: `votes` judgements, of which `votes_for` say what the row says.\n";
        }
        return rows.compared() == 0
                ? "- Agreement: unknown, as no two rows are about the same two answers.\n"
                : "- Agreement: %s of %d pairs of rows about the same two answers %s.\n".formatted(
                        percent(rows.agreed(), rows.compared()), rows.compared(),
                        rows.columns().haveOutcomes() ? "say the same" : "prefer the same one");
    }

    private String ties() {
        return rows.columns().haveOutcomes()
                ? "- Ties: %d rows, two for each tie, say `tie` under `outcome`. Pairs of which both answers are bad have no row.\n"
                        .formatted(rows.ties())
                : "- Ties, and pairs of which both answers are bad, have no row.\n";
    }

    private String left() {
        return rows.shownAsPairs() == 0
                ? ""
                : "- Position: the answer on the left was chosen in %s of %d rows of two answers side by side.\n"
                        .formatted(percent(rows.chosenLeft(), rows.shownAsPairs()), rows.shownAsPairs());
    }

    private static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }

    /** People wrote them, and may have meant Markdown or HTML: they stand as they are, in a block that they cannot end. */
    private String guidelines() {
        if (about.guidelines().isBlank()) {
            return "\nThe project has no written guidelines.\n";
        }
        String fence = "~".repeat(Math.max(RUN_MIN, longestRun(about.guidelines()) + 1));
        return "\nThe annotators' guidelines:\n\n%s text\n%s\n%s\n".formatted(fence, about.guidelines().strip(), fence);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '~' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
