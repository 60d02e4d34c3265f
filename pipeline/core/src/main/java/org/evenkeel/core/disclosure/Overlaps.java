package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * How few people figures about overlapping crowds of the same respondents could single out together, from the sizes of the crowds
 * alone.
 *
 * <p>From the totals of everyone and of some crowds A, B, C a reader can compute Σ(c + aA + bB + cC) over the respondents, which tells
 * of the people for whom the bracket is not 0. The brackets that vanish for as many kinds of people as possible are those with
 * a, b, c of −1, 0, 1 (planes through corners of a cube). One that vanishes for all but k people adds up to at most k times its
 * largest value: so it tells of at least |sum| / largest value people. Sound for any overlap, and too careful for most.
 */
final class Overlaps {
    private Overlaps() {}

    /** At least so many people are singled out by each way in which all of these crowds can be taken together. */
    static List<Long> fewest(long all, List<Long> crowds) {
        List<Long> dividing =
                crowds.stream().filter(crowd -> crowd > 0 && crowd < all).toList();
        List<Long> fewest = new ArrayList<>();
        if (dividing.size() > 1) {
            together(all, dividing, 0, new int[dividing.size()], fewest);
        }
        return fewest;
    }

    private static void together(long all, List<Long> crowds, int place, int[] signs, List<Long> fewest) {
        if (place < crowds.size()) {
            for (int sign = -1; sign <= 1; sign++) {
                signs[place] = sign;
                together(all, crowds, place + 1, signs, fewest);
            }
            return;
        }
        long sum = 0;
        int lowest = 0;
        int highest = 0;
        int used = 0;
        for (int crowd = 0; crowd < signs.length; crowd++) {
            sum += signs[crowd] * crowds.get(crowd);
            lowest += Math.min(0, signs[crowd]);
            highest += Math.max(0, signs[crowd]);
            used += Math.abs(signs[crowd]);
        }
        for (int constant = lowest; used > 1 && constant <= highest; constant++) {
            long largest = Math.max(highest - constant, constant - lowest);
            fewest.add(Math.max(1, Math.abs(sum - constant * all) / largest));
        }
    }
}
