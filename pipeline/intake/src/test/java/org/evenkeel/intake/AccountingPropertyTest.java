package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenkeel.core.problem.Problem;
import org.evenkeel.core.study.Columns;

class AccountingPropertyTest {
    private static final String HEADER =
            "StartDate,EndDate,Status,Finished,ResponseId,ExternalReference,mood_01,mood_02,mood_03\n";

    private final SourcePlan plan = Plans.identified("ExternalReference", new Columns.NamedLikeItems());

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> time = Arbitraries.of(
                "2026-10-01 09:00:00",
                "2026-03-03 10:00:00",
                "2025-01-01 00:00:00",
                "",
                "never",
                "2026-10-25 01:30:00");
        Arbitrary<String> answer =
                Arbitraries.of("0", "1", "4", "5", "", "often", "nonsense", "3 - often", "-1", "2.0");
        return Combinators.combine(
                        time,
                        Arbitraries.of("0", "1", "2", "8", "16", "IP Address", "Spam"),
                        Arbitraries.of("1", "0", "TRUE", "False", ""),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of("s1", "s2", "S-1", ""),
                        answer,
                        answer,
                        answer)
                .as((at, status, finished, id, person, a, b, c) ->
                        String.join(",", "2026-10-01 08:00:00", at, status, finished, "R_" + id, person, a, b, c))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property
    void everyRow_isKeptOrRejectedForAReason(@ForAll("rows") List<String> rows) {
        Path file = write(HEADER + String.join("\n", rows) + "\n");
        try {
            ExportReport report = new Intake().inspect(file, plan);
            assertThat(report.rows()).isEqualTo(rows.size());
            List<ExportResponse> responses = Plans.read(file, plan);
            assertThat(report.kept()).isEqualTo(responses.size());
            Set<Long> ids = new HashSet<>();
            assertThat(responses).allMatch(response -> ids.add(response.response()));
            assertThat(responses)
                    .allMatch(response -> response.answers().values().stream().allMatch(v -> v >= 0 && v <= 4));
            assertThat(responses).allMatch(response -> !response.answers().isEmpty());
            assertThat(responses.stream().map(ExportResponse::submitted).max(java.util.Comparator.naturalOrder()))
                    .isEqualTo(report.newest());
        } catch (Problem problem) {
            assertThat(String.valueOf(problem.getMessage()))
                    .matches("(?s).*(not one answer can be read|lie out of range, and).*");
        } finally {
            delete(file);
        }
    }

    @Property
    void read_plainNumbersFromLowestToHighest_areReadAsTheyStand(@ForAll("rows") List<String> rows) {
        Path file = write(
                HEADER + "2026-10-01 08:00:00,2026-10-01 09:00:00,0,1,R_0,s0,0,2,4\n" + String.join("\n", rows) + "\n");
        try {
            Optional<ExportResponse> first = Plans.read(file, plan).stream().findFirst();
            assertThat(first.map(Plans::answers)).contains(List.of(0, 2, 4));
        } catch (Problem refused) {
            assertThat(refused).hasMessageContaining("no way to move them brings all into it");
        } finally {
            delete(file);
        }
    }

    private static Path write(String text) {
        try {
            Path file = Files.createTempFile("accounting", ".csv");
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
