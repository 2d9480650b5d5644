package org.prefstream.kit.database;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's parameters that transactions have in common, and the ways to set them for one transaction. */
final class Parameters {

    /**
     * Every look-up has an index, and every order of many rows. A plan that was made while a table was empty must not read, hash, join or
     * sort the whole table once it is full, whatever statistics say of a table that grows, and a parallel worker costs more to start
     * than the few rows that are read. So the plans do not depend on the values, and are made once: planning takes longer than executing.
     */
    static final Map<String, String> STABLE_PLANS = Map.of("enable_seqscan", "off", "enable_bitmapscan", "off",
            "enable_incremental_sort", "off", "enable_hashjoin", "off", "enable_mergejoin", "off",
            "max_parallel_workers_per_gather", "0", "plan_cache_mode", "force_generic_plan");

    /** Of what people do often: a row that somebody holds for long must not hold up everybody. */
    static final Map<String, String> OFTEN = with(STABLE_PLANS,
            Map.of("lock_timeout", "2s", "statement_timeout", "10s", "idle_in_transaction_session_timeout", "30s"));

    /**
     * Of statements that read most of a table: by several processes from its beginning to its end, which costs a third of the way by an
     * index, and planned for their values. To compile such a statement takes as long as to run it.
     */
    static final Map<String, String> WHOLE_TABLES = Map.of("enable_seqscan", "on", "plan_cache_mode",
            "force_custom_plan", "jit", "off");

    private Parameters() {
    }

    /** {@return parameters and others in addition, which win} */
    static Map<String, String> with(Map<String, String> parameters, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(others);
        return Map.copyOf(all);
    }

    /** {@return the command that begins a transaction with these parameters, which end with it} */
    static String begin(Map<String, String> parameters) {
        return "begin; " + setLocal(parameters);
    }

    /** {@return the commands that set parameters for the present transaction} */
    static String setLocal(Map<String, String> parameters) {
        return parameters.entrySet()
                .stream()
                .map(one -> "set local %s = '%s'".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** {@return columns of a query that sets parameters for the present transaction} */
    static String columns(Map<String, String> parameters) {
        return parameters.entrySet()
                .stream()
                .map(one -> "set_config('%s', '%s', true)".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
