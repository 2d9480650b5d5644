package org.prefstream.local.startup;

import java.util.List;

/**
 * The compilers of a JVM. The system shares few cores, so that only the services that people wait for get both (docs/adr/0023).
 */
enum Compilers {

    /** C1 alone: compiled at once, and for good. */
    QUICK,

    /**
     * C2 as well, for what has become hot under load. It gets one thread, and so late that a start and the first
     * requests pay little for it: the thresholds are about three times the usual ones. It inlines less than usual, as the code
     * calls through many small layers. That halves its work, and costs nothing that could be measured (docs/adr/0024).
     */
    OPTIMISING;

    List<String> options() {
        return switch (this) {
            case QUICK -> List.of("-XX:TieredStopAtLevel=1");
            case OPTIMISING -> List.of("-XX:CICompilerCount=2", "-XX:ReservedCodeCacheSize=64m",
                    "-XX:Tier4InvocationThreshold=15000", "-XX:Tier4MinInvocationThreshold=2000",
                    "-XX:Tier4CompileThreshold=40000", "-XX:Tier4BackEdgeThreshold=120000", "-XX:MaxInlineLevel=9",
                    "-XX:FreqInlineSize=150", "-XX:InlineSmallCode=1000");
        };
    }
}
