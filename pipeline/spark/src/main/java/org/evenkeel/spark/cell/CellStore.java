package org.evenkeel.spark.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.TermId;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.table.CellColumn;
import org.evenkeel.spark.table.ProfileColumn;
import org.evenkeel.spark.table.TableColumn;

/** Keeps a term's cells, and the profiles that number them, in the lake, so that a term nothing happened to is read and not made again. */
public final class CellStore {
    private final Lake lake;

    /** The cells kept in this lake. */
    public CellStore(Lake lake) {
        this.lake = lake;
    }

    /** Writes a term's cells. */
    public LakeFolder write(Cells cells, TermId term, BatchName batch) {
        List<Row> rows = CellRows.rows(cells).stream().map(CellRow::toRow).toList();
        return lake.write(
                lake.session().createDataFrame(rows, CellColumn.schema()).coalesce(1),
                LakeDataset.CELLS,
                batch,
                "",
                term.value());
    }

    /** The cells in this folder, equal to those written. */
    public Cells cells(LakeFolder folder) {
        return CellRows.cells(lake.read(List.of(folder), List.of(CellColumn.values())).collectAsList().stream()
                .map(CellRow::of)
                .toList());
    }

    /** Writes a term's profiles. */
    public LakeFolder write(Profiles profiles, BatchName batch) {
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < profiles.profiles().size(); number++) {
            int profile = number;
            Map<AttributeId, String> values = profiles.profiles().get(number).values();
            if (values.isEmpty()) {
                rows.add(RowFactory.create(profile, null, null));
            }
            values.forEach((attribute, value) -> rows.add(RowFactory.create(profile, attribute.value(), value)));
        }
        return lake.write(
                lake.session().createDataFrame(rows, ProfileColumn.schema()).coalesce(1),
                LakeDataset.PROFILES,
                batch,
                "",
                profiles.term().value());
    }

    /** The profiles in this folder, equal to those written. */
    public Profiles profiles(LakeFolder folder) {
        Map<Integer, Map<AttributeId, String>> values = new TreeMap<>();
        for (Row row : lake.read(List.of(folder), List.<TableColumn>of(ProfileColumn.values()))
                .collectAsList()) {
            Map<AttributeId, String> ofProfile = values.computeIfAbsent(row.getInt(0), number -> new TreeMap<>());
            if (!row.isNullAt(1)) {
                ofProfile.put(new AttributeId(row.getString(1)), row.getString(2));
            }
        }
        return new Profiles(
                folder.ofTerm(), values.values().stream().map(Profile::of).toList());
    }
}
