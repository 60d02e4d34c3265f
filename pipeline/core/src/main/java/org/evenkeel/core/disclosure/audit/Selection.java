package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which candidates may be published together with everything published before.
 *
 * @param accepted the candidates that may, by their place
 * @param certificate the proof for them and everything before; absent when nothing can be proved, and then nothing is accepted
 * @param doubts why candidates were left out for want of a proof
 */
public record Selection(BitSet accepted, Optional<Certificate> certificate, List<String> doubts) {
    public Selection {
        accepted = (BitSet) accepted.clone();
        doubts = List.copyOf(doubts);
    }

    @Override
    public BitSet accepted() {
        return (BitSet) accepted.clone();
    }
}
