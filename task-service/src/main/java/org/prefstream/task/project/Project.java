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
import org.prefstream.contract.ProjectRecord.Asking;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.config.LabelingConfigInvalid;
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
    private Long id;
    @Column
    private long revision;
    @Column
    private String title;
    @Column
    private String settings;
    @Column
    private boolean generatesAnswers;
    @Column
    private String labelConfig;
    @Column
    private String labelConfigWarnings;
    @Column
    private String comparisonSpec;
    @Column
    private String parsedLabelConfig;
    @Column
    private String controlWeights;
    @Column
    private int guidelinesVersion;
    @Column
    private long createdBy;
    @Column
    private Instant createdAt;
    @Column
    @Nullable
    private Instant deletedAt;

    protected Project() {
        // for Hibernate
    }

    Project(String title, Settings settings, String xml, LabelingConfig meaning, long createdBy, Instant createdAt) {
        this.title = title;
        this.settings = settings.json();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        configure(xml, meaning);
    }

    /** Takes a configuration as written, without the white space around it, and what it means. */
    final void configure(String xml, LabelingConfig meaning) {
        labelConfig = xml.strip();
        labelConfigWarnings = Json.write(meaning.warnings());
        comparisonSpec = Json.write(meaning.spec());
        parsedLabelConfig = meaning.parsedLabelConfig();
        controlWeights = meaning.controlWeights();
    }

    /** Gives the project another title, which was checked. */
    void rename(String newTitle) {
        title = newTitle;
    }

    /** Takes all settings, which were checked. */
    void set(Settings newSettings) {
        settings = newSettings.json();
    }

    /** Counts one more version of the guidelines. {@return its number, from 1} */
    int nextGuidelinesVersion() {
        return ++guidelinesVersion;
    }

    /** Hides the project, for good; it does so once. */
    void archive(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
        }
    }

    /** Notes the revision under which the present state is published. */
    void publishAs(long newRevision) {
        if (newRevision <= revision) {
            throw new IllegalArgumentException("revision " + newRevision + " does not follow on " + revision);
        }
        revision = newRevision;
    }

    /** {@return the id; only once it is stored} */
    public long id() {
        return Objects.requireNonNull(id);
    }

    long revision() {
        return revision;
    }

    boolean isArchived() {
        return deletedAt != null;
    }

    String title() {
        return title;
    }

    String labelConfig() {
        return labelConfig;
    }

    /** {@return what the configuration contains and is not understood, each with tag and line} */
    List<String> labelConfigWarnings() {
        return Json.readList(labelConfigWarnings).stream().map(String::valueOf).toList();
    }

    /** {@return the comparison spec as JSON, as it is stored} */
    String comparisonSpec() {
        return comparisonSpec;
    }

    Map<String, Object> parsedLabelConfig() {
        return Json.readObject(parsedLabelConfig);
    }

    Map<String, Object> controlWeights() {
        return Json.readObject(controlWeights);
    }

    /** {@return which version of the guidelines is in force; 0 while there never were any} */
    int guidelinesVersion() {
        return guidelinesVersion;
    }

    long createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** {@return how many distinct annotators each new task needs} */
    public int overlap() {
        return settings().overlap();
    }

    /** {@return whether an annotation with an empty result is stored} */
    public boolean allowsEmpty() {
        return settings().allowsEmpty();
    }

    /** {@return the guidelines that annotators follow, in Markdown; empty where there are none} */
    public String guidelines() {
        return settings().guidelines();
    }

    /** {@return what every task's data must have when it comes; where a model gives the answers, they may be missing} */
    public RequiredFields required() {
        return generatesAnswers ? RequiredFields.besideCandidates(spec()) : requiredToLabel();
    }

    /** {@return what a task's data must have before somebody labels it} */
    public RequiredFields requiredToLabel() {
        return RequiredFields.of(spec());
    }

    /** Says whether a model gives the answers that tasks come without. */
    public void generateAnswers(boolean generates) {
        generatesAnswers = generates;
    }

    /** {@return what is shown, compared and answered} */
    public ComparisonSpec spec() {
        return Json.read(comparisonSpec, ComparisonSpec.class);
    }

    Settings settings() {
        return Settings.of(settings);
    }

    /** {@return this project as the other services need it} */
    ProjectRecord record() {
        Settings set = settings();
        return set.record(id(), title, spec(), asking(set), guidelinesVersion, Hashes.sha256(labelConfig));
    }

    /** The layout is read anew, because projects of former versions keep none. */
    private Asking asking(Settings set) {
        try {
            LabelingConfig meaning = LabelingConfig.parse(labelConfig);
            return set.asking(meaning.layout(), meaning.isStyled());
        } catch (LabelingConfigInvalid refused) {
            // a former version took what this one refuses: the page asks what the spec says, in its own way
            return set.asking(null, false);
        }
    }
}
