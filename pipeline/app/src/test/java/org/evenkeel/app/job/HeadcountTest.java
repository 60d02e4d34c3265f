package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school whose headcounts cannot be true. */
@Tag("slow")
class HeadcountTest {
    @TempDir
    Path temporary = Path.of("unset");

    @Test
    void run_headcountBelowRespondents_isRefusedAndChangesNothing() {
        SmallStudy study =
                SmallStudy.in(temporary.resolve("small")).everything().with("headcounts: headcounts.csv\n");
        study.write(
                "headcounts.csv",
                "term,year,students\n2025-autumn,1,24\n2025-autumn,2,1\n2026-spring,1,24\n2026-spring,2,24\n");
        Configuration configuration = study.configuration();
        assertThatThrownBy(() -> SmallStudy.job().run(configuration, Optional.of(SmallStudy.FIRST_DUE)))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("respondents, but the headcount is 1");
        try (Mart mart = Marts.open(configuration.file().mart(), Map.of())) {
            List<ReleaseHeader> published = mart.reading(sql -> new Releases(sql).list());
            List<Run> runs = mart.reading(sql -> new Ledger(sql).runs());
            assertThat(published).isEmpty();
            assertThat(runs.get(0).status()).isEqualTo(Run.Status.FAILED);
        }
    }
}
