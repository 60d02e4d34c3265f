package org.evenkeel.intake;

import java.util.Arrays;

/** A set of 64-bit pseudonyms that takes 16 to 32 bytes for each; they are uniform by construction, so they are their own hash. */
final class LongSet {
    private long[] slots = new long[1 << 10];
    private boolean holdsZero;
    private int size;

    /** Adds a value; whether it was not there before. */
    boolean add(long value) {
        if (value == 0) {
            boolean added = !holdsZero;
            holdsZero = true;
            return added;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        boolean added = place(slots, value);
        size += added ? 1 : 0;
        return added;
    }

    /** Whether the value is there. */
    boolean contains(long value) {
        if (value == 0) {
            return holdsZero;
        }
        int mask = slots.length - 1;
        int slot = slot(value, mask);
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slots[slot] == value;
    }

    private static int slot(long value, int mask) {
        return (int) (value ^ (value >>> 32)) & mask;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        Arrays.stream(slots).filter(value -> value != 0).forEach(value -> place(wider, value));
        slots = wider;
    }

    private static boolean place(long[] slots, long value) {
        int mask = slots.length - 1;
        int slot = slot(value, mask);
        while (slots[slot] != 0) {
            if (slots[slot] == value) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = value;
        return true;
    }
}
