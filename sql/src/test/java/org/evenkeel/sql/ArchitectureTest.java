package org.evenkeel.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@ArchTag("slow")
@AnalyzeClasses(packages = "org.evenkeel.sql", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule RELEASES_NEVER_MEET_THE_LEDGER = noClasses()
            .that()
            .resideInAPackage("org.evenkeel.sql.release..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.evenkeel.sql", "org.evenkeel.sql.ledger..")
            .because("reports see the releases, and must not reach runs, exports and the lake through them");

    @ArchTest
    static final ArchRule THE_LEDGER_NEVER_MEETS_RELEASES = noClasses()
            .that()
            .resideInAPackage("org.evenkeel.sql.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.evenkeel.sql", "org.evenkeel.sql.release..")
            .because("the application joins them in one transaction; neither knows the other");

    @ArchTest
    static final ArchRule TYPED_ACCESS_STAYS_BEHIND_ITS_KEEPER = noClasses()
            .that()
            .resideOutsideOfPackages("org.evenkeel.sql.ledger..", "org.evenkeel.sql.release..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..generated..")
            .because("columns are named in the keepers' packages only");

    @ArchTest
    static final ArchRule SCHEMAS_HAVE_NO_CYCLE =
            slices().matching("org.evenkeel.sql.(release|ledger)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_ELSE_OF_OURS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.evenkeel.core..", "org.evenkeel.app..", "org.evenkeel.reports..")
            .because("the mart stands on its own");
}
