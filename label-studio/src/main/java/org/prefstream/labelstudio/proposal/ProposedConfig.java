package org.prefstream.labelstudio.proposal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.prefstream.labelstudio.proposal.Column.Kind;

/** Writes a labeling configuration that shows columns in their roles: prompts above, and what is compared below. */
public final class ProposedConfig {

    private static final String COMPARISON = "comparison";

    private final Set<String> taken = new LinkedHashSet<>(Set.of(COMPARISON));
    private final List<String> lines = new ArrayList<>();

    private ProposedConfig() {
    }

    /**
     * {@return the configuration, as XML}
     *
     * @param columns of the tasks
     * @param roles names some of them, and at least one answer
     */
    public static String of(List<Column> columns, ColumnRoles roles) {
        String first = roles.answers().get(0);
        boolean isPair = columns.stream().anyMatch(column -> column.name().equals(first) && column.kind() == Kind.PAIR);
        return new ProposedConfig().write(roles, isPair);
    }

    private String write(ColumnRoles roles, boolean isPair) {
        for (String prompt : roles.prompts()) {
            lines.add(text(named(prompt, "prompt"), "$" + prompt));
        }
        String first = roles.answers().get(0);
        if (roles.answers().size() > 1) {
            compared(named(first, "answer1"), "$" + first, named(roles.answers().get(1), "answer2"),
                    "$" + roles.answers().get(1));
        } else if (isPair) {
            compared(named("answer1", "answer1"), "$" + first + "[0]", named("answer2", "answer2"),
                    "$" + first + "[1]");
        } else {
            String list = named(first, "answers");
            lines.add("<List name=\"%s\" value=\"%s\"/>".formatted(list, escaped("$" + first)));
            lines.add("<Ranker name=\"%s\" toName=\"%s\"/>".formatted(COMPARISON, list));
        }
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining("", "<View>\n", "</View>"));
    }

    private void compared(String left, String leftValue, String right, String rightValue) {
        lines.add("<Pairwise name=\"%s\" toName=\"%s,%s\"/>".formatted(COMPARISON, left, right));
        lines.add(text(left, leftValue));
        lines.add(text(right, rightValue));
    }

    /** {@return the name of a tag that shows a column: the column's own where that is a plain word} */
    private String named(String column, String otherwise) {
        String plain = column.matches("[A-Za-z][A-Za-z0-9_]{0,60}") ? column : otherwise;
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "_" + i;
        }
        return name;
    }

    private static String text(String name, String value) {
        return "<Text name=\"%s\" value=\"%s\"/>".formatted(name, escaped(value));
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }
}
