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

/**
 * Withdraws the skips of tasks, so that they are asked again, also of those who skipped them. It has a path of its own: a former
 * version would overlook a flag, and withdraw all judgements.
 */
@ApplicationScoped
class WithdrawSkipsRoute implements InternalRoute {

    private final WithdrawFromTasks withdraw;
    private final Transactions transactions;

    WithdrawSkipsRoute(WithdrawFromTasks withdraw, Transactions transactions) {
        this.withdraw = withdraw;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "projects/:id/skips/withdrawal";
    }

    /** {@return how many skips were withdrawn; 404 if the project's number is none} */
    @Override
    public Uni<@Nullable WithdrawnAnnotations> answer(Map<String, String> parameters, String body) {
        Optional<Asked> asked = InternalRoute.id(parameters, "id").map(project -> Asked.of(project, Fields.of(body)));
        return asked.isPresent() ? transactions.write(() -> withdraw.skips(asked.get())) : Uni.createFrom().nullItem();
    }
}
