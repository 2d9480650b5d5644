package org.prefstream.annotation;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfEveryService() {
        ArchitectureRules.check("org.prefstream.annotation");
    }
}
