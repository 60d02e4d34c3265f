package org.evenkeel.sql;

import java.nio.file.Path;
import java.time.Instant;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;

/** A second process: opens a mart, begins a run, says so, and holds the mart until its input ends. */
public final class MartHolder {
    private MartHolder() {}

    /** Takes {@code file PATH}, or {@code server URL USER}. */
    public static void main(String[] place) throws Exception {
        try (Mart mart =
                place[0].equals("file") ? Mart.embedded(Path.of(place[1])) : Mart.server(place[1], place[2], "")) {
            Run run = mart.inTransaction(
                    sql -> new Ledger(sql).begin("run", "0.1.0", "c", Instant.parse("2026-10-01T08:00:00Z")));
            mart.announce(run.runNo(), run.started());
            System.out.write('\n');
            System.out.flush();
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
