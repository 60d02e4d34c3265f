package org.evenkeel.core.instrument;

/**
 * Under what terms an instrument may be used. No item text is shipped under any of them.
 *
 * @param terms what the owner asks of users
 * @param holder who to ask
 */
public record Licence(String terms, String holder) {}
