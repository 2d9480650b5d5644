package org.prefstream.export.format;

import java.util.Map;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** What an export is made of: the rows that were selected, as they stood at one moment, and what was asked for besides. */
public interface ExportSource {

    /** {@return what the project's configuration means: answers to controls that it has no more are only in Label Studio's JSON} */
    ComparisonSpec spec();

    /** {@return the tasks with their annotations, by id} */
    Rows<ExportedTaskView> tasks();

    /**
     * {@return the dataset records, each as JSON on one line; all of one shape, and as their topic carries them where they are
     * of one shape there}
     */
    Rows<String> preferences();

    /** {@return everybody who has an account here, by id} */
    Map<Long, ExportedAuthor.Person> people();

    /** {@return whether one of the format's {@link ExportFormat#flags()} is true} */
    boolean has(String flag);
}
