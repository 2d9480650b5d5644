package org.prefstream.task.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.LayoutBox;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.ProjectRecord.Asking;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.json.Json;

/** What is set of a project: a value for each {@link Setting}, of the type that Label Studio gives it. */
public final class Settings {

    static final Settings NONE = new Settings(Map.of());

    private final Map<String, Object> byKey;

    private Settings(Map<String, Object> byKey) {
        this.byKey = byKey;
    }

    /** {@return the settings that {@link #json()} wrote} */
    public static Settings of(String json) {
        return new Settings(Collections.unmodifiableMap(Json.readObject(json)));
    }

    /** {@return the guidelines that annotators follow, in Markdown; empty where there are none} */
    String guidelines() {
        return text(Setting.INSTRUCTION);
    }

    /** {@return how many distinct annotators each new task needs} */
    public int overlap() {
        return whole(Setting.OVERLAP);
    }

    /** {@return whether an annotation with an empty result is stored} */
    public boolean allowsEmpty() {
        return flag(Setting.ALLOW_EMPTY);
    }

    /**
     * {@return how the labeling page asks}
     *
     * @param layout the configuration as the page needs it; null where it is not understood any more
     * @param styled whether the configuration brings a style sheet
     */
    Asking asking(@Nullable LayoutBox layout, boolean styled) {
        List<Outcome> outcomes = new ArrayList<>(List.of(Outcome.PREFERENCE));
        add(Setting.ALLOW_TIE, Outcome.TIE, outcomes);
        add(Setting.ALLOW_BOTH_BAD, Outcome.BOTH_BAD, outcomes);
        add(Setting.ALLOW_CANNOT_JUDGE, Outcome.CANNOT_JUDGE, outcomes);
        return new Asking(layout, layout != null && isArrangedAsConfigured(styled), outcomes,
                flag(Setting.ASK_STRENGTH), flag(Setting.ALLOW_CHANGES), flag(Setting.ASK_SKIP_REASON),
                flag(Setting.CHECK_CONSISTENCY), !flag(Setting.ALLOW_PARTIAL_RANKING));
    }

    /**
     * {@return a project that is so set, as the other services need it}
     *
     * @param labelConfigSha256 the hash of its labeling configuration; null where nobody judges by it
     */
    ProjectRecord record(long id, String title, ComparisonSpec spec, Asking asking, int guidelinesVersion,
            @Nullable String labelConfigSha256) {
        return new ProjectRecord(id, title, text(Setting.INSTRUCTION), overlap(), text(Setting.SAMPLING),
                text(Setting.SKIP_QUEUE), flag(Setting.SHOW_SKIP), allowsEmpty(), spec, asking, guidelinesVersion,
                labelConfigSha256, text(Setting.MODEL_VERSION));
    }

    private void add(Setting allowed, Outcome outcome, List<Outcome> outcomes) {
        if (flag(allowed)) {
            outcomes.add(outcome);
        }
    }

    private boolean isArrangedAsConfigured(boolean styled) {
        return switch (text(Setting.LAYOUT)) {
            case "configured" -> true;
            case "standard" -> false;
            default -> styled;
        };
    }

    /** {@return all settings: what was sent, else what is set here} */
    Settings with(Fields sent) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            merged.put(setting.key(), setting.merge(sent, byKey.get(setting.key())));
        }
        return new Settings(Collections.unmodifiableMap(merged));
    }

    String text(Setting setting) {
        return (String) value(setting);
    }

    int whole(Setting setting) {
        return ((Number) value(setting)).intValue();
    }

    boolean flag(Setting setting) {
        return (Boolean) value(setting);
    }

    /** {@return the settings as they are stored} */
    String json() {
        return Json.write(byKey);
    }

    private Object value(Setting setting) {
        return byKey.getOrDefault(setting.key(), setting.fallback());
    }
}
