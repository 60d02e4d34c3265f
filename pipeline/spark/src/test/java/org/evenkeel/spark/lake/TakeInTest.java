package org.evenkeel.spark.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.ExportResponse;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.RosterEntry;
import org.evenkeel.spark.GeneratedStudy;
import org.evenkeel.spark.ResponseLines;
import org.evenkeel.spark.SharedSession;
import org.evenkeel.spark.score.SourceScales;
import org.evenkeel.spark.table.ResponseColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TakeInTest {
    private static final PseudonymKey KEY = PseudonymKey.of(new byte[PseudonymKey.BYTES]);
    private static final BatchName BATCH = new BatchName("batch-1");

    private final GeneratedStudy study = new GeneratedStudy(1);
    private final SourceScales survey = study.sources().get(0);

    @TempDir
    Path folder = Path.of("unset");

    private Lake lake = new Lake(SharedSession.session(), folder);

    @BeforeEach
    void openLake() {
        lake = new Lake(SharedSession.session(), folder.resolve("lake"));
    }

    @Test
    void takeIn_anExport_keepsEveryRowByTermAndInOrder() {
        List<ExportResponse> rows = study.exports(survey.source().id()).get(0).get(0);
        Export export = export("survey.csv", rows);

        TakenIn taken = takeIn(List.of(export));

        assertThat(taken.kept()).isEqualTo(Map.of(export.hash(), (long) rows.size()));
        assertThat(taken.folders()).extracting(LakeFolder::term).containsExactly("2026", "2027-spring");
        assertThat(taken.folders().stream().mapToLong(LakeFolder::rows).sum()).isEqualTo(rows.size());
        assertThat(taken.newest())
                .contains(
                        new TakenIn.Newest(survey.source().id(), new TermId("2026"), newest(rows, new TermId("2026"))));
        for (LakeFolder written : taken.folders()) {
            List<Long> respondents =
                    lake.read(List.of(written), List.of(ResponseColumn.RESPONDENT)).collectAsList().stream()
                            .map(row -> row.getLong(0))
                            .toList();
            assertThat(respondents).isSorted();
        }
    }

    @Test
    void takeIn_leftoverOfTheSameName_isReplacedAndWhatIsCurrentIsNot() throws IOException {
        Export export =
                export("survey.csv", study.exports(survey.source().id()).get(0).get(0));
        TakenIn first = takeIn(List.of(export));
        Path torn = lake.path(first.folders().get(0)).resolve("part-torn.parquet");
        Files.writeString(torn, "half a file");

        TakenIn second = takeIn(List.of(export));

        assertThat(second).isEqualTo(first);
        assertThat(torn).doesNotExist();
        Lake guarded = lake.protecting(second.folders());
        assertThatThrownBy(() -> new TakeIn(guarded, ResponseLines::new).takeIn(List.of(export), KEY, BATCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is current");
    }

    @Test
    void takeIn_exportThatBreaksOrChanges_isRefusedInItsOwnWords() {
        Path broken = folder.resolve("broken.csv");
        String hash = ResponseLines.writeLines(broken, List.of(ResponseLines.BROKEN));
        Export changed = new Export("0".repeat(64), broken.toString(), study.plan(survey));

        assertThatThrownBy(() -> takeIn(List.of(Export.of(hash, broken, study.plan(survey)))))
                .isInstanceOf(DataProblem.class)
                .hasMessage("line 2: a quote is never closed");
        assertThatThrownBy(() -> takeIn(List.of(changed)))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("changed after it was recognised");
    }

    @Test
    void collisions_twoPeopleOfOnePseudonym_areRefusedAndCounted() {
        List<ExportResponse> rows =
                new ArrayList<>(study.exports(survey.source().id()).get(0).get(0));
        TakenIn taken = takeIn(List.of(export("survey.csv", rows)));
        Row someone = lake.read(taken.folders(), List.of(ResponseColumn.RESPONDENT, ResponseColumn.RESPONDENT_CHECK))
                .head();
        RosterEntry same = new RosterEntry(someone.getLong(0), someone.getLong(1), new TermId("2026"), Map.of());
        RosterEntry other = new RosterEntry(someone.getLong(0), someone.getLong(1) + 1, new TermId("2026"), Map.of());
        Collisions collisions = new Collisions(lake);

        collisions.refuse("students", taken.folders(), List.of(same));

        assertThatThrownBy(() -> collisions.refuse("students", taken.folders(), List.of(other)))
                .isInstanceOf(DataProblem.class)
                .hasMessageContaining("1 pseudonyms stand for two people")
                .hasMessageNotContaining(Long.toString(someone.getLong(0)));
    }

    private TakenIn takeIn(List<Export> exports) {
        return new TakeIn(lake, ResponseLines::new).takeIn(exports, KEY, BATCH);
    }

    private Export export(String name, List<ExportResponse> rows) {
        Path file = folder.resolve(name);
        return Export.of(ResponseLines.write(file, rows), file, study.plan(survey));
    }

    private static Instant newest(List<ExportResponse> rows, TermId term) {
        return rows.stream()
                .filter(row -> row.term().equals(term))
                .map(ExportResponse::submitted)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
