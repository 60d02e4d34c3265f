package org.evenkeel.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.evenkeel.core.problem.UsageProblem;

/** Opens the one session of a job. What decides the meaning of a number is fixed here and cannot be set from outside. */
public final class SparkSessions {
    private static final String LEGACY = "spark.sql.legacy.";

    private SparkSessions() {}

    /**
     * The session of these settings; the caller closes it.
     *
     * @throws UsageProblem when an option, or a system property that Spark would read, changes what a number means
     */
    public static SparkSession open(SparkSettings settings) {
        Map<String, String> meaning = meaning();
        refuseOthers(settings, meaning);
        SparkConf configuration = new SparkConf();
        place(settings).forEach(configuration::set);
        settings.options().forEach(configuration::set);
        meaning.forEach(configuration::set);
        return SparkSession.builder().config(configuration).getOrCreate();
    }

    private static Map<String, String> place(SparkSettings settings) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("spark.app.name", "evenkeel");
        place.put("spark.master", settings.master());
        place.put("spark.driver.host", settings.driverHost());
        place.put("spark.driver.bindAddress", settings.driverHost());
        place.put("spark.local.dir", settings.scratch().resolve("spill").toString());
        place.put(
                "spark.sql.warehouse.dir",
                settings.scratch().resolve("warehouse").toUri().toString());
        place.put("spark.sql.catalogImplementation", "in-memory");
        place.put("spark.sql.shuffle.partitions", Integer.toString(settings.shufflePartitions()));
        place.put("spark.default.parallelism", Integer.toString(settings.shufflePartitions()));
        // A school's term is a few megabytes: one task and one file rather than many nearly empty ones.
        place.put("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
        // An empty marker file says "complete" of folders that only the ledger may call so.
        place.put("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        place.put("spark.ui.enabled", "false");
        place.put("spark.ui.showConsoleProgress", "false");
        return place;
    }

    private static Map<String, String> meaning() {
        Map<String, String> meaning = new TreeMap<>();
        // Overflow and impossible casts must fail, never wrap or become null.
        meaning.put("spark.sql.ansi.enabled", "true");
        // Instants are stored and compared in UTC; the school's zone is applied by intake alone.
        meaning.put("spark.sql.session.timeZone", "UTC");
        meaning.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        meaning.put("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
        meaning.put("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED");
        // A term called 2026 must not come back as a number.
        meaning.put("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
        // A name in an expression means the column that was there, never one made beside it.
        meaning.put("spark.sql.lateralColumnAlias.enableImplicitResolution", "false");
        // Replacing part of a folder tears when the process is killed; nothing here may ever do it.
        meaning.put("spark.sql.sources.partitionOverwriteMode", "static");
        // Answers must not lie readable in what is written on the side.
        meaning.put("spark.eventLog.enabled", "false");
        meaning.put("spark.io.encryption.enabled", "true");
        return meaning;
    }

    private static void refuseOthers(SparkSettings settings, Map<String, String> meaning) {
        Map<String, String> given = new TreeMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .forEach(name -> given.put(name, System.getProperty(name, "")));
        given.putAll(settings.options());
        List<String> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            String fixed = meaning.get(name);
            if (fixed != null && !fixed.equalsIgnoreCase(value)) {
                problems.add(name + " must be " + fixed + ". Value given: '" + value + "'");
            }
            // Each of them brings back an older reading of dates, nulls, overflow or files.
            if (name.startsWith(LEGACY)) {
                problems.add(name + " changes what data mean and cannot be set. Value given: '" + value + "'");
            }
        });
        if (!problems.isEmpty()) {
            throw new UsageProblem("Spark options: " + String.join("; ", problems) + ". Remove them.");
        }
    }
}
