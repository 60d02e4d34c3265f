package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.demo.Demo;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Term;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated school whose headcounts cannot be true. */
@Tag("slow")
class HeadcountTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path temporary = Path.of("unset");

    @Test
    void run_headcountBelowRespondents_isRefusedAndChangesNothing() throws IOException {
        Path small = temporary.resolve("small");
        Demo demo = Demo.prepare(small, 8, "test");
        Term first = demo.terms().get(0);
        demo.reach(first);
        Path headcounts = small.resolve("headcounts.csv");
        Files.writeString(
                headcounts, Files.readString(headcounts).replaceAll("(?m)^(2025-autumn,.*,)\\d+\\s*$", "$11"));
        Configuration configuration = Configuration.load(HOME, small);
        BatchJob job = new BatchJob(new Surroundings(
                HOME,
                "test",
                Clock.fixed(Instant.parse("2027-02-01T08:00:00Z"), ZoneOffset.UTC),
                Map.of(),
                2,
                line -> {}));
        Instant due = configuration.study().calendar().due(first);
        assertThatThrownBy(() -> job.run(configuration, Optional.of(due)))
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
