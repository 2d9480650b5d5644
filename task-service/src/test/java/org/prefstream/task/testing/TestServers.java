package org.prefstream.task.testing;

import org.prefstream.embedded.testing.RealServers;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this module runs with, declared once: Quarkus finds it here, so that the service starts once for all. */
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "task"))
@QuarkusTestResource(AnnotationServiceStandIn.class)
final class TestServers {

    private TestServers() {
    }
}
