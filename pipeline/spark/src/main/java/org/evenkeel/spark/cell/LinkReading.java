package org.evenkeel.spark.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.score.SourceScales;
import org.evenkeel.spark.table.CellColumn;
import org.evenkeel.spark.table.ScoreColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.UnitsColumn;

/**
 * Makes the links between two terms out of their scores: paired sums over respondents of the same source, by the profile
 * they had in each. A source without ids has none.
 */
public final class LinkReading {
    private final Lake lake;

    /** A reading of this lake's scores. */
    public LinkReading(Lake lake) {
        this.lake = lake;
    }

    /**
     * The links of every source that has scores in both terms.
     *
     * @param earlier the folders of scores of the earlier term
     * @param later the folders of scores of the later term
     * @param sources the sources and the scales that both terms were scored by
     */
    public Map<LinkKey, Links> between(
            Collection<LakeFolder> earlier, Collection<LakeFolder> later, List<SourceScales> sources) {
        List<CellRow> parts = new ArrayList<>();
        for (SourceScales source : sources) {
            if (source.source().respondents() instanceof Respondents.Identified) {
                Optional<LakeFolder> from = scores(earlier, source.source().id());
                Optional<LakeFolder> to = scores(later, source.source().id());
                if (from.isPresent() && to.isPresent()) {
                    parts.addAll(parts(source, from.get(), to.get()));
                }
            }
        }
        return CellRows.cells(parts).links();
    }

    private List<CellRow> parts(SourceScales source, LakeFolder earlier, LakeFolder later) {
        List<ScaleId> scales = source.scales().stream().map(Scale::id).toList();
        Dataset<Row> from = termScores(earlier, scales);
        Dataset<Row> to = termScores(later, scales);
        List<Column> columns = new ArrayList<>(List.of(ScoreColumn.PROFILE.of(from), ScoreColumn.PROFILE.of(to)));
        for (ScaleId scale : scales) {
            columns.add(new UnitsColumn(scale).of(from));
            columns.add(new UnitsColumn(scale).of(to));
        }
        LinkFold fold = new LinkFold(
                source.source().id().value(),
                earlier.term(),
                later.term(),
                scales.stream().map(ScaleId::value).toList());
        return from
                .join(to, ScoreColumn.RESPONDENT.of(from).equalTo(ScoreColumn.RESPONDENT.of(to)))
                .select(columns.toArray(Column[]::new))
                .mapPartitions(fold, Encoders.row(CellColumn.schema()))
                .collectAsList()
                .stream()
                .map(CellRow::of)
                .toList();
    }

    private Dataset<Row> termScores(LakeFolder folder, List<ScaleId> scales) {
        List<TableColumn> columns = ScoreColumn.stored(scales, List.of());
        return lake.readTogether(List.of(folder), columns)
                .where(ScoreColumn.WEEK.column().isNull());
    }

    private static Optional<LakeFolder> scores(Collection<LakeFolder> folders, SourceId source) {
        return folders.stream()
                .filter(folder ->
                        folder.holds(LakeDataset.SCORES) && folder.ofSource().equals(Optional.of(source)))
                .findFirst();
    }
}
