/**
 * The ledger schema as values: runs, exports and their fate, and what is current in the lake. Read and written by the job,
 * never by reports. Neighbours: {@code release} stands beside it and never meets it; both are handed one transaction.
 */
@NullMarked
package org.evenkeel.sql.ledger;

import org.jspecify.annotations.NullMarked;
