/**
 * The release schema as values: what a publication holds, how it is published in one transaction and read back. The only
 * package of the mart that reports may see. Neighbours: {@code ledger} stands beside it and never meets it.
 */
@NullMarked
package org.evenkeel.sql.release;

import org.jspecify.annotations.NullMarked;
