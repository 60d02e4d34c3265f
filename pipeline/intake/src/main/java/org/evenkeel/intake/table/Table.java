package org.evenkeel.intake.table;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Records of cells in a file, read as a stream. Cells that are not wanted are never made into strings. */
public sealed interface Table permits Delimited, Sheet, SystemFile, JsonLines {
    /** Most columns a table may have. */
    int COLUMNS = 16_384;

    /** Most characters a cell may have. */
    int CELL = 1 << 20;

    /** The file and what its bytes are. */
    FileBytes bytes();

    /** What divides its cells, as people read it. */
    String separatorName();

    /** What it is called inside its file: an entry of an archive, a sheet of a workbook; blank for the whole file. */
    String name();

    /** The first records with all their cells, at most so many. */
    List<Row> head(int records);

    /** The records after the header rows, with the wanted columns' cells; every record must fit under the header. */
    Rows rows(int headerRows, int columns, BitSet wanted);

    /** The texts that a file keeps of its columns besides the header row, by column; empty where it keeps none. */
    default List<String> columnTexts() {
        return List.of();
    }

    /** What the values of each column are called, where the file says so. */
    default Map<Integer, Map<String, String>> valueTexts() {
        return Map.of();
    }

    /** The same table, whose cells in these columns are what their values are called. */
    default Table worded(BitSet columns) {
        return this;
    }
}
