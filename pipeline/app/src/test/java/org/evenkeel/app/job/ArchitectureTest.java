package org.evenkeel.app.job;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Observations;
import org.evenkeel.core.statistics.TermCells;

/** What a module graph cannot hold. */
@ArchTag("slow")
@AnalyzeClasses(
        packages = "org.evenkeel",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    /** Leaves out the tests that one room lends to another. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule core_touchesOnlyTheJdkAndItsLibraries = classes()
            .that()
            .resideInAPackage("org.evenkeel.core..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.evenkeel.core..",
                    "java..",
                    "org.apache.commons.statistics..",
                    "org.ojalgo..",
                    "com.google.errorprone.annotations..",
                    "org.jspecify.annotations.."))
            .because("statistics and disclosure must be readable and testable without Spark, a database or a screen");

    @ArchTest
    static final ArchRule core_opensNoFileNoSocketNoDatabase = noClasses()
            .that()
            .resideInAPackage("org.evenkeel.core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.awt.."))
            .because("core is pure: what it needs comes in as arguments");

    @ArchTest
    static final ArchRule reports_seeTheReleaseSchemaAndNothingElse = noClasses()
            .that()
            .resideInAPackage("org.evenkeel.reports..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.evenkeel.core..",
                    "org.evenkeel.intake..",
                    "org.evenkeel.spark..",
                    "org.evenkeel.app..",
                    "org.evenkeel.sql.ledger..",
                    "org.apache.spark.."))
            .because("what is not in the release cannot leak into a report");

    @ArchTest
    static final ArchRule release_isMadeByDisclosureAlone = noClasses()
            .that()
            .resideOutsideOfPackage("org.evenkeel.core.disclosure")
            .should()
            .callConstructorWhere(target(owner(equivalentTo(Release.class))))
            .because("holding a Release is the proof that its figures passed the wall");

    @ArchTest
    static final ArchRule flags_readReleasesNotCells = noClasses()
            .that()
            .resideInAPackage("org.evenkeel.core.flag..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.evenkeel.core.cell..")
                    .or(type(GroupData.class))
                    .or(type(Observations.class))
                    .or(type(TermCells.class)))
            .because(
                    "what a flag says must add nothing to the shown figures: formulas it may use, sums of answers it may not");

    @ArchTest
    static final ArchRule spark_staysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackages("org.evenkeel.spark..", "org.evenkeel.app.job..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.spark.."))
            .because("rows of people are worked on in one place");

    @ArchTest
    static final ArchRule job_opensTheSessionAndNoMore = noClasses()
            .that()
            .resideInAPackage("org.evenkeel.app.job..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.spark.sql.Dataset")
            .because("the job moves values between rooms and never touches a row");

    @ArchTest
    static final ArchRule clock_comesInAsAnArgument = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Surroundings")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same inputs give the same bytes on any day");

    @ArchTest
    static final ArchRule zoneAndLocale_areNotTakenFromTheMachine = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .because("the same inputs give the same bytes on any machine");

    @ArchTest
    static final ArchRule rooms_haveNoCycles = slices().matching("org.evenkeel.(*).(**)")
            .namingSlices("$1.$2")
            .should()
            .beFreeOfCycles()
            .because("data go one way")
            .ignoreDependency(resideInAnyPackage("org.evenkeel.core.."), resideInAnyPackage("org.evenkeel.core.."))
            .ignoreDependency(resideInAnyPackage("org.evenkeel.intake.."), resideInAnyPackage("org.evenkeel.intake.."))
            .ignoreDependency(
                    resideInAnyPackage("org.evenkeel.sql.*.generated.."),
                    resideInAnyPackage("org.evenkeel.sql.*.generated.."));
}
