package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.study.AttributeId;

/** The crowds of groups that do not overlap: each group by one attribute is a profile, and the rest of the school another. */
public final class CrowdsOfTest {
    private CrowdsOfTest() {}

    public static Crowds of(List<GroupData> groups) {
        Map<Crowds.Key, List<GroupData>> byKey = new HashMap<>();
        for (GroupData group : groups) {
            byKey.computeIfAbsent(
                            new Crowds.Key(
                                    group.source(),
                                    group.period(),
                                    group.measured().map(GroupData.Measured::measure)),
                            any -> new ArrayList<>())
                    .add(group);
            byKey.computeIfAbsent(
                    new Crowds.Key(group.source(), group.period(), java.util.Optional.empty()),
                    any -> new ArrayList<>());
        }
        Map<Crowds.Key, Crowd> crowds = new HashMap<>();
        byKey.forEach((key, list) -> crowds.put(key, crowd(list.isEmpty() ? groups : list)));
        return new Crowds(crowds);
    }

    private static Crowd crowd(List<GroupData> groups) {
        TreeMap<Profile, Long> counts = new TreeMap<>();
        long school = 0;
        long divided = 0;
        for (GroupData group : groups) {
            Cohort cohort = group.cohort().cohort();
            if (cohort.conditions().isEmpty()) {
                school = group.support();
            } else if (group.cohort().origin() == Origin.REPORTED) {
                AttributeId attribute = cohort.conditions().firstKey();
                counts.put(
                        Profile.of(Map.of(
                                attribute,
                                cohort.conditions().values().iterator().next().first())),
                        group.support());
                divided += group.support();
            }
        }
        counts.merge(Profile.of(Map.of()), Math.max(0, school - divided), Long::sum);
        Profiles profiles = new Profiles(groups.get(0).period().term(), List.copyOf(counts.keySet()));
        Map<Integer, Long> byNumber = new HashMap<>();
        for (int number = 0; number < profiles.profiles().size(); number++) {
            byNumber.put(number, counts.get(profiles.profiles().get(number)));
        }
        return Crowd.first(profiles, byNumber);
    }
}
