package org.prefstream.kit.database;

import java.sql.SQLException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import io.quarkus.jdbc.postgresql.runtime.PostgreSQLAgroalConnectionConfigurer;

/** Lets the JDBC pool drop connections to a node that no longer takes writes, as it drops broken ones. */
@Alternative
@Priority(1)
@ApplicationScoped
@JdbcDriver("postgresql")
@Unremovable
class OneNodeForWrites extends PostgreSQLAgroalConnectionConfigurer {

    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier dataSource) {
        dataSource.connectionPoolConfiguration().exceptionSorter(new Sorter());
    }

    private static final class Sorter implements ExceptionSorter {

        private final ExceptionSorter broken = new PostgreSQLExceptionSorter();

        @Override
        public boolean isFatal(SQLException failure) {
            return broken.isFatal(failure) || DatabaseErrors.isReadOnly(failure);
        }
    }
}
