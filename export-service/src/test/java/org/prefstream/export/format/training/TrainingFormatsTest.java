package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.export.format.EveryFormat;
import org.prefstream.export.format.GivenRows;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Ties;
import org.prefstream.labelstudio.json.Json;

/**
 * What becomes of the same judgements in each format. The folder {@code formats/<name>} has for each of them the lines, and the rows
 * that are left out with the codes of the rules that they break. The folder says how it is written anew, to be read before
 * it is committed.
 */
class TrainingFormatsTest {

    /** Of a file that is only read. */
    private static final String AS_IT_STANDS = "as it stands";
    private static final Path WRITTEN = Path.of("src/test/resources/formats");

    static Stream<TrainingFormat> formats() {
        return EveryFormat.all()
                .filter(TrainingFormat.class::isInstance)
                .map(TrainingFormat.class::cast)
                .filter(format -> !ColumnFormatsTest.COLUMNS.contains(format.card().name()));
    }

    static Stream<Arguments> files() {
        Stream<Arguments> usual = formats().flatMap(
                format -> Stream.of("texts", "conversations").map(sets -> Arguments.of(format, sets, sets, Map.of())));
        Stream<Arguments> shapes = formats().filter(TrainingFormat::hasShapes)
                .flatMap(format -> Stream.of(
                        Arguments.of(format, "texts", "texts-as-messages", Map.of(Part.SHAPE, "messages")),
                        Arguments.of(format, "conversations", "conversations-as-texts", Map.of(Part.SHAPE, "text"))));
        Stream<Arguments> variants = Stream.of("texts", "conversations")
                .map(sets -> Arguments.of(new AxolotlFormat(), sets, sets + "-bradley-terry",
                        Map.of(Part.VARIANT, "bradley_terry")));
        Stream<Arguments> ties = formats().filter(format -> format.ties() != Ties.NONE)
                .map(format -> Arguments.of(format, format.ties().name(), "ties", Map.of()));
        return Stream.of(usual, shapes, variants, ties).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("files")
    void hasTheseLinesAndLeavesTheseRowsOut(TrainingFormat format, String sets, String golden,
            Map<String, String> choices) throws IOException {
        GivenRows rows = given(sets, with(choices, Part.NAME, Part.DATA));

        String lines = shortened(rows.as(format));
        List<Map<String, Object>> rejected = objects(given(sets, with(choices, Part.NAME, Part.REJECTED)).as(format));

        String leftOut = rejected.stream()
                .map(row -> row.get("record_id") + " " + row.get("code") + "\n")
                .collect(Collectors.joining());
        assertThat(lines).isEqualTo(golden(format, golden + "." + format.file(rows.choices()).ending(), lines));
        assertThat(leftOut).isEqualTo(golden(format, golden + "-left-out.txt", leftOut));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("files")
    void knowsBeforeItWritesWhatTheFileWillBe(TrainingFormat format, String sets, String golden,
            Map<String, String> choices) throws IOException {
        GivenRows rows = given(sets, with(choices, Part.NAME, Part.DATA));

        Inspection found = Linter.inspect(format.variant(rows), rows, true);

        assertThat(found.bytes()).isEqualTo(format instanceof TrlFormat && choices.isEmpty()
                ? found.bytes()
                : rows.as(format).getBytes(StandardCharsets.UTF_8).length);
        long rejected = objects(given(sets, with(choices, Part.NAME, Part.REJECTED)).as(format)).size();
        assertThat(found.leftOut().stream().mapToLong(Inspection.Flaw::count).sum()).isEqualTo(rejected);
        long provenance = given(sets, with(choices, Part.NAME, Part.PROVENANCE)).as(format).lines().count();
        assertThat(found.lines()).isEqualTo(provenance);
        Inspection withoutSize = Linter.inspect(format.variant(rows), rows, false);
        assertThat(withoutSize.lines()).isEqualTo(found.lines());
        assertThat(withoutSize.leftOut()).isEqualTo(found.leftOut());
        assertThat(withoutSize.examples()).isEqualTo(found.examples());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void hasACardThatTellsItFromTheOthers(TrainingFormat format) {
        assertThat(format.card().tags()).startsWith("training").hasSize(2);
        assertThat(format.card().link()).startsWith("https://");
        assertThat(format.card().description()).endsWith(".");
        assertThat(formats().filter(other -> other.card().place() == format.card().place())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isShownFiveGoodJudgementsAndFiveBadOnesAtLeast(TrainingFormat format) throws IOException {
        Set<String> good = new HashSet<>();
        Set<String> bad = new HashSet<>();
        for (Object[] file : files().map(Arguments::get).filter(file -> file[0].equals(format)).toList()) {
            good.addAll(judgements(file, Part.PROVENANCE));
            bad.addAll(judgements(file, Part.REJECTED));
        }

        assertThat(good).hasSizeGreaterThanOrEqualTo(5).contains("texts/beyond-bmp", "texts/models-ranking");
        assertThat(bad).hasSizeGreaterThanOrEqualTo(5);
        assertThat(good.contains("conversations/system") || bad.contains("conversations/system")).isTrue();
        assertThat(good.contains("texts/long-answer") || bad.contains("texts/long-answer")).isTrue();
        assertThat(good.contains(format.ties() + "/tie")).isEqualTo(format.ties() != Ties.NONE);
    }

    /** {@return the judgements that have rows in a part of a file} */
    private static List<String> judgements(Object[] file, String part) throws IOException {
        Map<String, String> choices = new HashMap<>(Map.of(Part.NAME, part));
        ((Map<?, ?>) file[3]).forEach((name, word) -> choices.put((String) name, (String) word));
        return objects(given((String) file[1], choices).as((TrainingFormat) file[0])).stream()
                .map(line -> Objects.requireNonNullElse(Json.asObject(line.get("row")), line))
                .map(row -> file[1] + "/" + row.get("group_id"))
                .toList();
    }

    @Test
    void everyRuleIsBrokenBySomeJudgement() throws IOException {
        Set<String> broken = new HashSet<>(Set.of("CONFLICTING_DUPLICATE", "TIE_DROPPED")); // of the whole file: see ConflictsTest
        for (Object[] file : files().map(Arguments::get).toList()) {
            broken.addAll(golden((TrainingFormat) file[0], file[2] + "-left-out.txt", AS_IT_STANDS).lines()
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .toList());
        }

        assertThat(broken)
                .containsExactlyInAnyOrder(Stream.of(LintCode.values()).map(LintCode::name).toArray(String[]::new));
    }

    @Test
    void provenanceIsLineForLineWhereTheDataComesFrom() throws IOException {
        List<Map<String, Object>> provenance = objects(
                given("texts", Map.of(Part.NAME, Part.PROVENANCE)).as(new TrlUnpairedFormat()));

        assertThat(provenance.get(0)).isEqualTo(provenance.get(1))
                .containsEntry("record_id", "question")
                .containsEntry("group_id", "question")
                .containsEntry("annotator", "annotator-3")
                .containsEntry("strength", 2)
                .containsEntry("shown_order", List.of(1, 0, 2, 3))
                .doesNotContainKeys("annotator_id", "prompt", "chosen", "rejected", "rationale");
        assertThat(provenance.get(2)).containsEntry("record_id", "lines");
    }

    @Test
    void ownersMayHaveNamesInTheProvenance() throws IOException {
        String file = given("texts", Map.of(Part.NAME, Part.PROVENANCE)).with("annotator_names").as(new TrlSftFormat());

        assertThat(objects(file).get(0)).containsEntry("annotator", "annotator-3");
        assertThat(file).doesNotContain("ann@prefstream.test");
        GivenRows ofAnn = GivenRows.preferences(
                () -> JudgedSets.texts().stream().map(row -> row.replace("\"annotator_id\":3", "\"annotator_id\":1")))
                .with("annotator_names")
                .choosing(Map.of(Part.NAME, Part.PROVENANCE));
        assertThat(objects(ofAnn.as(new TrlSftFormat())).get(0)).containsEntry("annotator", "ann@prefstream.test");
    }

    @Test
    void theRejectedRowsAreThereWithTheirRecords() throws IOException {
        List<Map<String, Object>> rejected = objects(
                given("texts", Map.of(Part.LINT, Part.REPORT)).as(new TogetherFormat()));

        assertThat(rejected.get(0)).containsOnlyKeys("record_id", "code", "detail", "row")
                .containsEntry("record_id", "blank-prompt")
                .containsEntry("code", "EMPTY_TEXT");
        assertThat(Json.asObject(rejected.get(0).get("row"))).containsEntry("prompt", " ")
                .containsEntry("annotation_id", 91);
    }

    private static GivenRows given(String sets, Map<String, String> choices) {
        List<String> records = switch (sets) {
            case "texts" -> JudgedSets.texts();
            case "conversations" -> JudgedSets.conversations();
            default -> JudgedSets.ties(Ties.valueOf(sets));
        };
        return GivenRows.preferences(records::stream).choosing(choices);
    }

    private static Map<String, String> with(Map<String, String> choices, String name, String word) {
        return Stream.concat(choices.entrySet().stream(), Stream.of(Map.entry(name, word)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Map<String, Object>> objects(String lines) {
        return lines.lines().map(Json::readObject).toList();
    }

    private static String shortened(String text) {
        return text.replace(JudgedSets.LONG, JudgedSets.LONG_MARK).replace(JudgedSets.HUGE, JudgedSets.HUGE_MARK);
    }

    private static String golden(TrainingFormat format, String name, String now) throws IOException {
        String path = format.card().name() + "/" + name;
        if (Boolean.getBoolean("golden.write") && !now.equals(AS_IT_STANDS)) {
            Path file = WRITTEN.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, now);
            return now;
        }
        try (InputStream in = TrainingFormatsTest.class.getResourceAsStream("/formats/" + path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
