package org.prefstream.task.imports;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.prefstream.kit.database.Transactions;
import org.prefstream.task.task.TaskNumbers;

/**
 * The numbers of an import's tasks within their project. They are taken batch by batch in transactions of their own, so that
 * imports into one project, and people who add tasks to it, do not wait for one another.
 */
final class ImportNumbers {

    private static final Logger LOG = Logger.getLogger(ImportNumbers.class);

    private final Transactions transactions;
    private final DataSource pool;
    private final long projectId;
    private long before;
    private long last;
    private boolean others;

    ImportNumbers(Transactions transactions, DataSource pool, long projectId) {
        this.transactions = transactions;
        this.pool = pool;
        this.projectId = projectId;
    }

    /** Takes so many numbers. {@return the first; the others follow on it} */
    long take(int count) {
        long taken = transactions.bulk(pool, connection -> TaskNumbers.take(connection, projectId, count));
        long first = taken - count + 1;
        if (last == 0) {
            before = first - 1;
        } else {
            others |= first != last + 1;
        }
        last = taken;
        return first;
    }

    /** Gives back what was taken, once it is sure that nothing was stored. */
    void giveBack() {
        if (last == 0 || others) {
            return;
        }
        try {
            transactions.bulk(pool, connection -> {
                TaskNumbers.giveBack(connection, projectId, before, last);
                return last;
            });
        } catch (RuntimeException e) {
            LOG.debugf(e, "numbers of tasks are left out in project %d", projectId);
        }
    }
}
