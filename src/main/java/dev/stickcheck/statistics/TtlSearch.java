package dev.stickcheck.statistics;

import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.PinLifetime.Kind;
import dev.stickcheck.model.PinLifetime.Renewal;
import dev.stickcheck.statistics.IdleGap.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Searches for the time of silence that affinity outlasts (STATISTICS 1.5): a sweep over gaps from nothing to a bound,
/// then between the longest that was kept and the shortest that was lost, then whether requests renew it.
///
/// It only says which session is to send when, and is told what answered: who waits and sends is another's business.
/// All gaps of a round idle at the same time, so a round takes as long as its longest gap that is kept.
public final class TtlSearch {
    private static final int REPEATS = 6;
    private static final int SHORTEST = 64;
    private static final int BETWEEN = 3;
    /// A bracket narrower than this part of itself is narrow enough.
    private static final double NARROW = 0.05;
    private static final Duration FINEST = Duration.ofMillis(100);
    /// Sessions on one instance after which there is no other: with two of equal share 2⁻²⁰.
    private static final int SINGLE = 21;
    private static final int MOST_UNANSWERED = 20;
    /// Requests in a row from the first one on, after which nothing is expected to answer.
    private static final int SILENT = 5;
    /// After everything that is due.
    private static final int LATER = 3;

    /// Of sessions of one request.
    private static final IdleGap DECOY = new IdleGap(Duration.ZERO);

    private final Duration bound;
    private final RandomGenerator random;
    private final List<IdleSession> sessions = new ArrayList<>();
    private final List<Due> due = new ArrayList<>();
    private final List<IdleGap> gaps = new ArrayList<>();
    private final Map<String, Integer> homes = new HashMap<>();
    private @Nullable IdleGap touched;
    private Duration now = Duration.ZERO;
    private long requests;
    private int unanswered;

    private record Due(int session, Duration at) {}

    /// What comes next.
    public sealed interface Step {
        /// A session's next request, not before `at`. A number that was never asked for is a new session.
        record Touch(int session, Duration at) implements Step {}

        /// The search is over.
        record Done(PinLifetime found) implements Step {}
    }

    /// @param bound the longest gap to try
    public TtlSearch(Duration bound, RandomGenerator random) {
        if (!bound.isPositive()) {
            throw new IllegalArgumentException("a search needs a bound, got " + bound);
        }
        this.bound = bound;
        this.random = random;
        gaps.add(new IdleGap(Duration.ZERO));
        for (int part = SHORTEST; part >= 1; part /= 2) {
            gaps.add(new IdleGap(bound.dividedBy(part)));
        }
        launch(gaps, REPEATS);
    }

    /// New sessions for each gap, in random order: in a fixed one round robin would look like affinity (trap 1).
    private void launch(List<IdleGap> of, int repeats) {
        List<IdleSession> launched = new ArrayList<>();
        for (IdleGap gap : of) {
            for (int i = 0; i < repeats; i++) {
                launched.add(new IdleSession(gap, 1));
            }
        }
        begin(launched);
    }

    private void begin(List<IdleSession> launched) {
        Collections.shuffle(launched, Random.from(random));
        for (IdleSession session : launched) {
            due.add(new Due(sessions.size(), now));
            sessions.add(session);
        }
    }

    /// The next request, or the answer.
    public Step next() {
        if (unanswered >= SILENT && unanswered == requests) {
            return new Step.Done(found(Kind.NOT_IDENTIFIABLE, Renewal.UNKNOWN));
        }
        while (true) {
            Due first = first();
            if (first == null) {
                PinLifetime found = plan();
                if (found != null) {
                    return new Step.Done(found);
                }
            } else if (wanted(sessions.get(first.session()))) {
                return new Step.Touch(decoyed(first.session()), first.at());
            } else {
                due.remove(first);
            }
        }
    }

    /// What is due: a session's second request above all, for its lifetime may count from the first, then those
    /// that come back, and new sessions only when nothing else waits. When nothing is due, what comes first.
    private @Nullable Due first() {
        return due.stream()
                .min(Comparator.<Due>comparingInt(touch -> touch.at().compareTo(now) <= 0 ? urgency(touch) : LATER)
                        .thenComparing(Due::at))
                .orElse(null);
    }

    private int urgency(Due touch) {
        int answers = sessions.get(touch.session()).answers;
        return answers == 0 ? LATER - 1 : answers == 1 ? 0 : 1;
    }

    /// Before a session comes back 0 to k−1 others are assigned, so that round robin over k instances agrees with it by
    /// chance alone, 1/k, in whatever order sessions come (STATISTICS 1.2).
    private int decoyed(int number) {
        IdleSession session = sessions.get(number);
        if (session.answers < 2) {
            return number;
        }
        session.decoys = session.decoys < 0 ? random.nextInt(Math.max(2, homes.size())) : session.decoys;
        if (session.decoys == 0) {
            return number;
        }
        session.decoys--;
        sessions.add(new IdleSession(DECOY, 0));
        return sessions.size() - 1;
    }

    /// A longer gap has nothing to tell once a shorter one is lost.
    private boolean wanted(IdleSession session) {
        return session.gap == touched
                || gaps.stream()
                        .noneMatch(gap -> gap.nominal.compareTo(session.gap.nominal) < 0
                                && gap.verdict(chance()) == Verdict.LOST);
    }

    /// What the touch that [#next] asked for came to.
    ///
    /// @param instance null when none was told
    public void answered(int number, @Nullable String instance, Duration sentAt, Duration answeredAt) {
        due.removeIf(touch -> touch.session() == number);
        now = now.compareTo(answeredAt) > 0 ? now : answeredAt;
        requests++;
        IdleSession session = sessions.get(number);
        if (session.gap == DECOY) {
            return;
        }
        if (instance == null) {
            unanswered++;
            return;
        }
        Duration least = session.idledAtLeast(sentAt);
        Duration most = session.idledAtMost(answeredAt);
        session.answered(instance, sentAt, answeredAt);
        session.decoys = -1;
        if (session.answers == 2) {
            homes.merge(instance, 1, Integer::sum);
        }
        if (session.over() || session.strayed) {
            session.gap.cameBack(!session.strayed, least, most);
        } else {
            due.add(new Due(number, session.answers < 2 ? answeredAt : answeredAt.plus(pause(session.gap))));
        }
    }

    /// A little longer than the gap, so that sessions do not come back in the order in which they left.
    private Duration pause(IdleGap gap) {
        long most = Math.max(gap.nominal.toNanos() / 50, FINEST.toNanos() / 5);
        return gap.nominal.plusNanos(random.nextLong(most));
    }

    /// All sessions are back: more of them, or the answer.
    private @Nullable PinLifetime plan() {
        if (unanswered > MOST_UNANSWERED || homes.isEmpty()) {
            return found(Kind.NOT_IDENTIFIABLE, Renewal.UNKNOWN);
        }
        if (homes.size() == 1 && homes.values().iterator().next() >= SINGLE) {
            return found(Kind.NOT_IDENTIFIABLE, Renewal.UNKNOWN);
        }
        if (touched != null) {
            return renewal(touched);
        }
        IdleGap shortest = gaps.getFirst();
        if (shortest.verdict(chance()) == Verdict.LOST) {
            return found(Kind.NOT_STICKY, Renewal.UNKNOWN);
        }
        IdleGap lost = lost();
        List<IdleGap> open = gaps.stream()
                .filter(gap -> gap.verdict(chance()) == Verdict.OPEN)
                .filter(gap -> lost == null || gap.nominal.compareTo(lost.nominal) < 0)
                .toList();
        if (!open.isEmpty()) {
            launch(open, IdleGap.FEWEST);
            return null;
        }
        IdleGap kept = kept();
        if (lost == null) {
            return found(kept != null && kept.nominal.equals(bound) ? Kind.LONGER : Kind.UNFINISHED, Renewal.UNKNOWN);
        }
        return narrower(kept, lost);
    }

    private @Nullable PinLifetime narrower(@Nullable IdleGap kept, IdleGap lost) {
        if (kept == null) {
            return found(Kind.UNFINISHED, Renewal.UNKNOWN);
        }
        Duration width = lost.nominal.minus(kept.nominal);
        Duration enough = Duration.ofNanos((long) (NARROW * lost.nominal.toNanos()));
        boolean mixed = gaps.stream().anyMatch(gap -> gap.verdict(chance()) == Verdict.MIXED);
        if (mixed || width.compareTo(enough) <= 0 || width.compareTo(FINEST) <= 0) {
            return touch(kept, lost);
        }
        List<IdleGap> between = new ArrayList<>();
        for (int i = 1; i <= BETWEEN; i++) {
            between.add(new IdleGap(kept.nominal.plus(width.multipliedBy(i).dividedBy(BETWEEN + 1L))));
        }
        gaps.addAll(between);
        gaps.sort(Comparator.comparing(gap -> gap.nominal));
        launch(between, REPEATS);
        return null;
    }

    /// Sessions that come back every half of the kept gap, for longer than the lost one.
    private @Nullable PinLifetime touch(IdleGap kept, IdleGap lost) {
        Duration every = kept.nominal.dividedBy(2);
        if (every.compareTo(FINEST) < 0) {
            return found(Kind.BRACKETED, Renewal.UNKNOWN);
        }
        touched = new IdleGap(every);
        launchTouched(touched, lost, REPEATS);
        return null;
    }

    private void launchTouched(IdleGap every, IdleGap lost, int repeats) {
        int touches = (int) (lost.most().toNanos() * 5 / 4 / every.nominal.toNanos()) + 1;
        List<IdleSession> launched = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            launched.add(new IdleSession(every, touches));
        }
        begin(launched);
    }

    private @Nullable PinLifetime renewal(IdleGap every) {
        IdleGap lost = lost();
        Verdict verdict = every.verdict(chance());
        if (verdict == Verdict.OPEN && lost != null) {
            launchTouched(every, lost, IdleGap.FEWEST);
            return null;
        }
        return found(
                Kind.BRACKETED,
                switch (verdict) {
                    case KEPT -> Renewal.SLIDING;
                    case LOST -> Renewal.ABSOLUTE;
                    case OPEN, MIXED -> Renewal.UNKNOWN;
                });
    }

    private @Nullable IdleGap lost() {
        return gaps.stream()
                .filter(gap -> gap.verdict(chance()) == Verdict.LOST)
                .findFirst()
                .orElse(null);
    }

    /// The longest that was kept, below all that were lost.
    private @Nullable IdleGap kept() {
        IdleGap lost = lost();
        return gaps.stream()
                .filter(gap -> lost == null || gap.nominal.compareTo(lost.nominal) < 0)
                .filter(gap -> gap.verdict(chance()) == Verdict.KEPT)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /// Agreement of two independent assignments, Σw², by the homes so far.
    private double chance() {
        double all = homes.values().stream().mapToInt(Integer::intValue).sum();
        double squares = 0;
        for (int count : homes.values()) {
            squares += count / all * (count / all);
        }
        return all == 0 ? 0.5 : squares;
    }

    /// What is known when it is given up.
    public PinLifetime unfinished() {
        return found(Kind.UNFINISHED, Renewal.UNKNOWN);
    }

    private PinLifetime found(Kind kind, Renewal renewal) {
        IdleGap kept = kept();
        IdleGap lost = lost();
        Double longest = kept == null ? null : seconds(kept.least());
        Double shortest = lost == null ? null : seconds(lost.most());
        return new PinLifetime(
                kind,
                longest,
                shortest,
                renewal,
                requests,
                LifetimeWords.of(kind, renewal, longest, shortest, seconds(bound)),
                gaps.stream()
                        .filter(gap -> gap.kept + gap.lost > 0)
                        .map(gap -> new PinLifetime.Gap(seconds(gap.nominal), gap.kept, gap.lost))
                        .toList());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
