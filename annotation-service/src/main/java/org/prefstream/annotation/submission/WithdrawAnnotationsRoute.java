package org.prefstream.annotation.submission;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.submission.WithdrawFromTasks.Asked;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.WithdrawnAnnotations;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Withdraws the annotations of tasks, as task-service asks for somebody who may: all of them in one transaction. */
@ApplicationScoped
class WithdrawAnnotationsRoute implements InternalRoute {

    private final WithdrawFromTasks withdraw;
    private final Transactions transactions;

    WithdrawAnnotationsRoute(WithdrawFromTasks withdraw, Transactions transactions) {
        this.withdraw = withdraw;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "projects/:id/annotations/withdrawal";
    }

    /** {@return how many annotations were withdrawn; 404 if the project's number is none} */
    @Override
    public Uni<@Nullable WithdrawnAnnotations> answer(Map<String, String> parameters, String body) {
        Fields sent = Fields.of(body);
        Long author = sent.whole("annotator").orElse(null);
        Optional<Asked> asked = InternalRoute.id(parameters, "id").map(project -> Asked.of(project, sent));
        return asked.isPresent()
                ? transactions.write(() -> withdraw.all(asked.get(), author))
                : Uni.createFrom().nullItem();
    }
}
