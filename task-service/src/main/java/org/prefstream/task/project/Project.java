package org.prefstream.task.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.RequiredFields;

/**
 * Tasks that share a labeling configuration and settings. What the configuration means is derived once, when it is written.
 * A project that was deleted is hidden at once; its tasks are withdrawn step by step afterwards.
 */
@Entity
@Table(name = "project")
public class Project {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column
    long revision;

    @Column
    String title;

    @Column
    String settings;

    @Column
    String labelConfig;

    @Column
    String comparisonSpec;

    @Column
    String parsedLabelConfig;

    @Column
    String controlWeights;

    @Column
    String requiredFields;

    @Column
    String shownFields;

    @Column
    long createdBy;

    @Column
    Instant createdAt;

    @Column
    long lastInnerId;

    @Column
    @Nullable
    Instant deletedAt;

    protected Project() {
        // for Hibernate
    }

    Project(String title, Map<String, Object> settings, long createdBy, Instant createdAt) {
        this.title = title;
        this.settings = Json.write(settings);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Takes a configuration as written, without the white space around it, and what it means. */
    final void configure(String xml, LabelingConfig meaning) {
        labelConfig = xml.strip();
        comparisonSpec = Json.write(meaning.spec());
        parsedLabelConfig = Json.write(meaning.parsedLabelConfig());
        controlWeights = Json.write(meaning.controlWeights());
        requiredFields = Json.write(meaning.requiredFields());
        shownFields = Json.write(meaning.shownFields());
    }

    /** {@return the id; only once it is stored} */
    public long id() {
        return Objects.requireNonNull(id);
    }

    /** {@return the number of the next task within this project, which is thereby given out} */
    public long takeInnerId() {
        return ++lastInnerId;
    }

    /** {@return how many distinct annotators each new task needs} */
    public int overlap() {
        return ((Number) Objects.requireNonNull(settings().get(Setting.OVERLAP))).intValue();
    }

    /** {@return the keys that every task's data must have} */
    public RequiredFields required() {
        return new RequiredFields(texts(requiredFields));
    }

    /** {@return the keys of a task's data that annotators may see} */
    public List<String> shown() {
        return texts(shownFields);
    }

    /** {@return what is shown, compared and answered} */
    public ComparisonSpec spec() {
        return Json.read(comparisonSpec, ComparisonSpec.class);
    }

    Map<String, Object> settings() {
        return Json.readObject(settings);
    }

    /** {@return this project as the other services need it} */
    ProjectRecord record() {
        Map<String, Object> set = settings();
        return new ProjectRecord(id(), title, text(set, Setting.INSTRUCTION), overlap(), text(set, Setting.SAMPLING),
                text(set, Setting.SKIP_QUEUE), flag(set, Setting.SHOW_SKIP), flag(set, Setting.ALLOW_EMPTY), spec());
    }

    private static String text(Map<String, Object> settings, String name) {
        return String.valueOf(settings.get(name));
    }

    private static boolean flag(Map<String, Object> settings, String name) {
        return Boolean.TRUE.equals(settings.get(name));
    }

    private static List<String> texts(String json) {
        return Json.readList(json).stream().map(String::valueOf).toList();
    }
}
