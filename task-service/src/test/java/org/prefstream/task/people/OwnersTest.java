package org.prefstream.task.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** There is always an owner, whatever owners do to each other. */
@QuarkusTest
class OwnersTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LOCK_WAITS = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """;

    @Inject
    ChangeAccount changeAccount;

    @Inject
    Transactions transactions;

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    @Test
    void twoOwnersWhoRemoveEachOtherAtOnceLeaveOne() throws Exception {
        Api.Someone ann = owner.someone("owner");
        Api.Someone bob = owner.someone("owner");
        Long[] others = onlyOwners(ann, bob);
        try {
            CompletableFuture<Void> demoted = new CompletableFuture<>();
            CompletableFuture<Void> goOn = new CompletableFuture<>();
            CompletableFuture<Account> first = transactions
                    .write(() -> demote(bob, ann).invoke(() -> demoted.complete(null))
                            .call(() -> CallersContext.returning(Uni.createFrom().completionStage(goOn))))
                    .subscribeAsCompletionStage();
            demoted.get(SOON.toSeconds(), TimeUnit.SECONDS);
            CompletableFuture<Void> second = transactions.write(() -> changeAccount.delete(ann.id()))
                    .subscribeAsCompletionStage();
            await().atMost(SOON).until(() -> second.isDone() || number(LOCK_WAITS) > 0);
            goOn.complete(null);

            await().atMost(SOON).until(() -> first.isDone() && second.isDone());
            assertThat(Stream.of(first, second).filter(CompletableFuture::isCompletedExceptionally)).hasSize(1);
            assertThat(number("select count(*) from account where role = 'OWNER' and active and not deleted")).isOne();
        } finally {
            change("update account set active = false where id = any (?)", ids(ann, bob));
            change("update account set active = true where id = any (?)", others);
        }
    }

    private Uni<Account> demote(Api.Someone whom, Api.Someone by) {
        return changeAccount.change(whom.id(), Fields.of("{\"role\":\"annotator\"}"), Optional.empty(),
                new Person(by.id(), by.email(), "", "", Role.OWNER, Set.of()));
    }

    /** {@return all other owners, who are none until they are activated again} */
    private Long[] onlyOwners(Api.Someone... those) throws SQLException {
        Long[] ids = ids(those);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        with others as (update account set active = false
                            where role = 'OWNER' and active and not deleted and id <> all (?) returning id)
                        select array_agg(id) from others
                        """)) {
            update.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return (Long[]) row.getArray(1).getArray();
            }
        }
    }

    private static Long[] ids(Api.Someone... those) {
        return Stream.of(those).map(each -> (long) each.id()).toArray(Long[]::new);
    }

    private void change(String sql, Long[] ids) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("bigint", ids));
            update.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
