/**
 * The mart: one database, embedded or a PostgreSQL server, opened by one process at a time, brought up to date by the
 * program's own migrations and changed in whole transactions. Neighbours: {@code release} and {@code ledger} say what is
 * kept in it and are handed the transaction; neither knows how the mart was opened.
 */
@NullMarked
package org.evenkeel.sql;

import org.jspecify.annotations.NullMarked;
