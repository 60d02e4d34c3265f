/**
 * The batch job: what is due, the stages from exports to reports, the ledger's bookkeeping and the one transaction that
 * publishes. It moves values between rooms and computes none. Neighbours: every room; {@code cli} calls it.
 */
@NullMarked
package org.evenkeel.app.job;

import org.jspecify.annotations.NullMarked;
