package org.evenkeel.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

@ArchTag("slow")
@AnalyzeClasses(packages = "org.evenkeel.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule COLUMN_NAMES_STAND_BESIDE_THEIR_SCHEMA = noClasses()
            .that()
            .resideOutsideOfPackage("..spark.table..")
            .should()
            .callMethod(functions.class, "col", String.class)
            .orShould()
            .callMethod(functions.class, "expr", String.class)
            .orShould()
            .callMethod(Dataset.class, "col", String.class)
            .because("a name that is written twice is misspelt once");

    @ArchTest
    static final ArchRule ONLY_THE_LAKE_WRITES = noClasses()
            .that()
            .resideOutsideOfPackage("..spark.lake..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DataFrameWriter.class)
            .because("a folder that is written elsewhere is not protected and not described");

    @ArchTest
    static final ArchRule SCORING_RUNS_NOTHING = noClasses()
            .that()
            .resideInAnyPackage("..spark.score..", "..spark.table..")
            .should()
            .callMethod(Dataset.class, "collectAsList")
            .orShould()
            .callMethod(Dataset.class, "count")
            .orShould()
            .callMethod(Dataset.class, "collect")
            .because("rules are expressions; when they run is for whoever reads and writes to say");
}
