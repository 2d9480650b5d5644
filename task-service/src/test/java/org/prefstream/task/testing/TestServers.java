package org.prefstream.task.testing;

import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.TopicReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this module runs with, declared once: Quarkus finds it here, so that the service starts once for all. */
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = TestServers.DATABASE))
@QuarkusTestResource(AnnotationServiceStandIn.class)
@QuarkusTestResource(ModelServerPort.class)
public final class TestServers {

    static final String DATABASE = "task";

    private TestServers() {
    }

    /** {@return a reader of what the service publishes} */
    public static TopicReader topics() {
        return RealServers.topics(DATABASE);
    }
}
