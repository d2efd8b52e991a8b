package dev.stickcheck.statistics;

import dev.stickcheck.model.Connections;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the observations so far say, before anybody judges it.
///
/// @param sequential whether sessions were counted until certain, or their number was fixed
/// @param stickinessDecision of the test that fits: anytime-valid when sequential, exact when fixed
/// @param evennessDecision of the gate of STATISTICS 4.4 on the distribution's units
/// @param evenByRequests whether it is requests that are even, of a balancer that counts them
/// @param missingInstances declared instances that never answered, named or not
/// @param missingDecided whether enough assignments came that a living instance would have been among them
/// @param sessionsLaunched sticky sessions
/// @param longestUnseenShare with undeclared instances: at 95 %, the share that unseen ones can have at most
/// @param rebalance what an instance that appeared did to sessions; null when none took any over
/// @param expiredAfter between how many seconds after they came to their instance sessions left it because affinity had
/// ended; null when none did
/// @param away instances that were not there all the time, as sessions that had to leave them tell
/// @param alarms what was wrong in a part of the run
public record Findings(
        boolean sequential,
        long requests,
        long answers,
        long errors,
        long unidentified,
        long assignments,
        long sessionsLaunched,
        Map<ErrorKind, Long> errorKinds,
        @Nullable Double cookieBytesPerRequest,
        List<InstanceLoad> instances,
        Stickiness stickiness,
        Decision stickinessDecision,
        Distribution distribution,
        Decision evennessDecision,
        boolean evenByRequests,
        int missingInstances,
        boolean missingDecided,
        @Nullable Double longestUnseenShare,
        @Nullable Rebalance rebalance,
        @Nullable Interval expiredAfter,
        List<String> away,
        List<Alarm> alarms,
        Latency latency,
        Latency response,
        Connections connections,
        List<RefusedCookie> refusedCookies,
        Timeline timeline) {}
