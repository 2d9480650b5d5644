package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;

/** Would ask models for predictions. There are no machine learning backends here, and so it says that none came. */
@ApplicationScoped
class RetrievePredictionsAction implements TaskAction {

    @Override
    public Described described() {
        return new Described("retrieve_tasks_predictions", "Retrieve predictions", 90, "predictions.any",
                "No machine learning backend can be connected, so that none answers. Scripts send predictions to /api/predictions.");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        return new Done(0, false,
                "Retrieved 0 predictions. No machine learning backend is connected; send predictions to /api/predictions.");
    }
}
