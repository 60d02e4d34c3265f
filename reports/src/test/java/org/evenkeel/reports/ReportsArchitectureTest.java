package org.evenkeel.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@ArchTag("slow")
@AnalyzeClasses(packages = "org.evenkeel.reports", importOptions = DoNotIncludeTests.class)
class ReportsArchitectureTest {
    private static final DescribedPredicate<JavaClass> OURS_BUT_NEITHER_REPORTS_NOR_RELEASE =
            DescribedPredicate.describe(
                    "of ours, but neither reports nor the release schema",
                    type -> type.getPackageName().startsWith("org.evenkeel")
                            && !type.getPackageName().startsWith("org.evenkeel.reports")
                            && !type.getPackageName().equals("org.evenkeel.sql.release"));

    @ArchTest
    static final ArchRule REPORTS_SEE_RELEASES_ONLY =
            noClasses().should().dependOnClassesThat(OURS_BUT_NEITHER_REPORTS_NOR_RELEASE);

    @ArchTest
    static final ArchRule THE_MODEL_DRAWS_NOTHING = noClasses()
            .that()
            .resideInAPackage("..reports.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "org.jfree..", "org.apache..", "com.openhtmltopdf..", "gg.jte..");

    @ArchTest
    static final ArchRule NO_CLOCK_IS_READ = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
