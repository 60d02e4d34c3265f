package org.evenkeel.sql;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.impl.DSL;

/** The steps that make a mart of this program's version out of an empty or older one. */
final class Migrations {
    private static final String FILES = "classpath:org/evenkeel/sql/migration";
    private static final String HISTORY = "schema_history";
    private static final String[] SCHEMAS = {"ledger", "release"};

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    /**
     * Refuses a mart in a file that a newer program has changed, without writing a byte of that file.
     *
     * @return how many steps were taken on it, where all of them were and nothing is left to do
     */
    OptionalInt look() {
        Optional<FluentConfiguration> untouched = database.pointWithoutTouching(configuration());
        try {
            if (untouched.isPresent()) {
                MigrationInfoService steps = untouched.get().load().info();
                refuseNewer(steps);
                return isComplete(steps) ? OptionalInt.of(steps.applied().length) : OptionalInt.empty();
            }
        } catch (FlywayException unreadable) {
            // What cannot be looked at may be in use, damaged or torn: opening it for work tells which, or mends it.
            System.getLogger(Migrations.class.getName())
                    .log(System.Logger.Level.DEBUG, "the mart could not be looked at", unreadable);
        }
        return OptionalInt.empty();
    }

    /** How many steps were taken on the mart that is held now, whoever took them. */
    int taken(Connection connection) {
        return database.sql(connection).fetchCount(DSL.table(DSL.name(SCHEMAS[0], HISTORY)));
    }

    private static FluentConfiguration configuration() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .locations(FILES)
                .schemas(SCHEMAS)
                .defaultSchema(SCHEMAS[0])
                .table(HISTORY)
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .outOfOrder(false)
                .loggers(MigrationLog.class.getName());
    }

    /** Brings the mart up to date, or refuses one that a newer program has changed. */
    void apply() {
        Flyway flyway = database.pointTo(configuration()).load();
        MigrationInfoService steps = flyway.info();
        refuseNewer(steps);
        if (hasTornStep(steps)) {
            flyway.repair();
        }
        if (isComplete(steps)) {
            return;
        }
        try {
            flyway.migrate();
        } catch (FlywayException refused) {
            if (database.problemBehind(refused).isPresent()) {
                throw refused;
            }
            throw new MartProblem(
                    MartProblem.Kind.UNSUITABLE,
                    "%s cannot be brought up to date: its schemas ledger and release were not made by Evenkeel, or were changed by hand. Nothing was published. Use an empty database, or put back a copy."
                            .formatted(sentence(database.name())),
                    refused);
        }
    }

    private void refuseNewer(MigrationInfoService steps) {
        List<String> unknown = versions(
                steps, step -> step.getState().isApplied() && !step.getState().isResolved());
        if (!unknown.isEmpty()) {
            List<String> known = versions(steps, step -> step.getState().isResolved());
            throw new MartProblem(
                    MartProblem.Kind.NEWER_THAN_PROGRAM,
                    "%s was changed by a newer version of Evenkeel: its schema has step %s, and this program knows steps up to %s. Nothing was changed. Use the newer program."
                            .formatted(sentence(database.name()), last(unknown), last(known)),
                    null);
        }
    }

    private static boolean isComplete(MigrationInfoService steps) {
        return Arrays.stream(steps.all())
                .filter(MigrationInfo::isVersioned)
                .allMatch(step -> step.getState() == MigrationState.SUCCESS
                        && step.isChecksumMatching()
                        && step.isDescriptionMatching());
    }

    private static List<String> versions(MigrationInfoService steps, Predicate<MigrationInfo> which) {
        return Arrays.stream(steps.all())
                .filter(MigrationInfo::isVersioned)
                .filter(step -> step.getVersion() != null)
                .filter(which)
                .map(step -> step.getVersion().getVersion())
                .toList();
    }

    private static String last(List<String> versions) {
        return versions.get(versions.size() - 1);
    }

    private static boolean hasTornStep(MigrationInfoService steps) {
        return Arrays.stream(steps.all()).map(MigrationInfo::getState).anyMatch(state -> state.isFailed());
    }

    private static String sentence(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
