package org.evenkeel.spark;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.problem.Require;

/**
 * Where and how rows of people are worked on.
 *
 * @param master Spark's master: {@code local[2]}, or a cluster's address
 * @param driverHost the address at which a cluster reaches the driver; a local session is reachable by itself alone
 * @param scratch a folder for what does not fit into memory, removed with the session
 * @param shufflePartitions into how many parts rows are divided at most when they change places
 * @param options further Spark options, none of which may change what a number means
 */
public record SparkSettings(
        String master, String driverHost, Path scratch, int shufflePartitions, Map<String, String> options) {
    /** The address at which only this machine can reach the session. */
    public static final String LOOPBACK = "127.0.0.1";

    public SparkSettings {
        Require.that(!master.isBlank(), "the Spark master needs an address. Value given: '%s'", master);
        Require.that(
                shufflePartitions >= 1, "shuffle partitions must be 1 or more. Value given: %s", shufflePartitions);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** How much work a session has before it, which decides whether compiling plans pays. */
    public enum Work {
        /** A school: plans are interpreted, because compiling them takes longer than running them. */
        SMALL,
        /** Millions of rows: plans are compiled and adapted as they run. */
        LARGE
    }

    /** These settings for this much work. No number depends on it. */
    public SparkSettings with(Work work) {
        Map<String, String> more = new TreeMap<>(options);
        switch (work) {
            case SMALL -> {
                more.putIfAbsent("spark.sql.codegen.wholeStage", "false");
                more.putIfAbsent("spark.sql.codegen.factoryMode", "NO_CODEGEN");
                more.putIfAbsent("spark.sql.adaptive.enabled", "false");
            }
            case LARGE -> more.putIfAbsent("spark.sql.adaptive.enabled", "true");
        }
        return new SparkSettings(master, driverHost, scratch, shufflePartitions, more);
    }

    /** A session inside this process, with this many threads. */
    public static SparkSettings local(int threads, Path scratch) {
        Require.that(threads >= 1, "a session needs 1 thread or more. Value given: %s", threads);
        return new SparkSettings("local[" + threads + "]", LOOPBACK, scratch, 2 * threads, Map.of());
    }
}
