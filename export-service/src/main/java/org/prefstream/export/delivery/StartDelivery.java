package org.prefstream.export.delivery;

import java.sql.Connection;
import java.sql.SQLException;

/** Begins deliveries for others, in their transactions. */
public final class StartDelivery {

    private StartDelivery() {
    }

    /** {@return the id of the delivery, which begins when the transaction has ended} It blocks. */
    public static long of(Connection connection, NewDelivery wanted) throws SQLException {
        return DeliveryTable.insert(connection, wanted).id();
    }
}
