package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ProjectRecord;
import org.prefstream.export.dataset.Counts;
import org.prefstream.export.dataset.Dataset;
import org.prefstream.export.dataset.DatasetView;
import org.prefstream.export.dataset.Projects;
import org.prefstream.export.dataset.WholeProject;
import org.prefstream.export.dataset.WrittenAnswers;
import org.prefstream.export.format.Inspection;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Exports a project: everything that was acknowledged before the request, as it stood at one moment. */
@ApplicationScoped
class ExportProject {

    private static final String REFUSAL = "Exports hold everybody's judgements: only owners and managers may have them.";

    private final Projects projects;
    private final WholeProject whole;
    private final Dataset dataset;
    private final Pseudonyms pseudonyms;

    ExportProject(Projects projects, WholeProject whole, Dataset dataset, Pseudonyms pseudonyms) {
        this.projects = projects;
        this.whole = whole;
        this.dataset = dataset;
        this.pseudonyms = pseudonyms;
    }

    /** Completes if there is a project of that id which this person may see; fails with a 404 otherwise. */
    Uni<Void> visible(Person person, long projectId) {
        return projects.requireVisible(person, projectId);
    }

    /** {@return the project of that id, if this person may see it; fails with a 404 otherwise} */
    Uni<ProjectRecord> project(Person person, long projectId) {
        return projects.visible(person, projectId);
    }

    /**
     * Completes when a file that is written from now on holds everything that was acknowledged. It fails with a 404 or 403
     * where there is nothing for this person, and with a 503 that says what lags if the wait takes too long.
     *
     * @return how far the copies are, which the file must be behind as well
     */
    Uni<Positions> ready(Person person, long projectId) {
        return whole.reached(person, projectId, REFUSAL);
    }

    /**
     * Writes the file to out. It blocks, and holds a connection to the database until it returns.
     *
     * @param ready what {@link #ready} has said
     * @param headers is told what is found before the first byte: names of headers, and their values
     * @throws ProblemException before the first byte: if the database has lost copies since, if the project is gone, or if no file of
     *         the format can hold the rows
     * @throws IOException if out fails
     */
    void write(ExportRequest request, Positions ready, BiConsumer<String, String> headers, OutputStream out)
            throws IOException {
        FormattedFile.unwrapped(() -> dataset.read(ready, view -> write(view, request, headers, out)));
    }

    /**
     * {@return what the file would hold, by the rules that select its rows} It blocks, as {@link #write} does, and fails as that does
     * before the first byte.
     */
    DryRun count(ExportRequest request, Positions ready) throws IOException {
        AtomicReference<DryRun> found = new AtomicReference<>();
        FormattedFile.unwrapped(() -> dataset.read(ready, view -> found.set(count(view, request))));
        return Objects.requireNonNull(found.get());
    }

    /** The counts let the database join whole tables, which the reading of rows before them must not. */
    private DryRun count(DatasetView view, ExportRequest request) {
        ViewedProject source = source(view, request);
        view.requireFacts(request.selection().projectId());
        request.format().requirePossible(source);
        Optional<Inspection> inspected = request.format().inspect(source, true);
        return DryRun.of(request, source.rows(request.format()), counts(view, source, request), inspected);
    }

    private static Counts counts(DatasetView view, ViewedProject source, ExportRequest request) {
        WrittenAnswers written = source.written();
        if (written != null) {
            return written.count();
        }
        return switch (request.format().card().rows()) {
            case TASK -> view.countTasks(request.selection());
            case ANNOTATION -> view.countAnnotations(request.selection());
            case PREFERENCE -> view.countPreferences(request.selection());
        };
    }

    private ViewedProject source(DatasetView view, ExportRequest request) {
        ProjectRecord project = view.project(request.selection().projectId()).orElseThrow(Projects::unknown);
        WrittenAnswers written = request.format().takesWrittenAnswers()
                ? view.writtenAnswers(project.comparisonSpec(), request.selection()).orElse(null)
                : null;
        return new ViewedProject(view, project, request, written, pseudonyms);
    }

    private void write(DatasetView view, ExportRequest request, BiConsumer<String, String> headers, OutputStream out) {
        ViewedProject source = source(view, request);
        boolean asksAgreement = request.part().equals("provenance");
        if (request.selection().asksFacts() || !request.splits().isEmpty() || asksAgreement) {
            view.requireFacts(request.selection().projectId());
        }
        FormattedFile.write(request, source, headers, out);
    }
}
