package org.evenkeel.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSessionsTest {
    @TempDir
    Path scratch = Path.of("unset");

    @Test
    void open_optionsThatChangeMeaning_areAllRefusedAtOnce() {
        SparkSettings settings = new SparkSettings(
                "local[1]",
                SparkSettings.LOOPBACK,
                scratch,
                1,
                Map.of("spark.sql.legacy.timeParserPolicy", "LEGACY", "spark.sql.ansi.enabled", "false"));

        assertThatThrownBy(() -> SparkSessions.open(settings))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("spark.sql.legacy.timeParserPolicy")
                .hasMessageContaining("spark.sql.ansi.enabled must be true. Value given: 'false'");
    }

    @Test
    @Tag("slow")
    void open_local_countsInUtcWithAnsiRulesAndServesNobody() {
        var configuration = SharedSession.session().conf();

        assertThat(configuration.get("spark.sql.session.timeZone")).isEqualTo("UTC");
        assertThat(configuration.get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(configuration.get("spark.driver.host")).isEqualTo("127.0.0.1");
        assertThat(SharedSession.session().sparkContext().uiWebUrl().isEmpty()).isTrue();
        assertThat(SharedSession.session().sparkContext().eventLogDir().isEmpty())
                .isTrue();
    }
}
