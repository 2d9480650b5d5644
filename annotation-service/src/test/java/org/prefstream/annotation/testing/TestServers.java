package org.prefstream.annotation.testing;

import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.TopicReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this module runs with, declared once: Quarkus finds it here, so that the service starts once for all. */
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = TestServers.DATABASE))
public final class TestServers {

    static final String DATABASE = "annotation";

    private TestServers() {
    }

    /** {@return a reader of what the service publishes} */
    public static TopicReader topics() {
        return RealServers.topics(DATABASE);
    }
}
