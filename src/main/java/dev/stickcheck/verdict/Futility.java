package dev.stickcheck.verdict;

import dev.stickcheck.model.Answered;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import org.jspecify.annotations.Nullable;

/// Sees early that there is nothing to measure: nobody answers, no answer tells its instance, or every answer tells
/// another.
public final class Futility {
    /// Answers without any instance id, after which none is expected.
    private static final int NO_ID = 30;
    /// As many different ids in as many answers name requests.
    private static final int ID_PER_REQUEST = 100;
    /// Unanswered requests after which nothing is expected to answer, when so many go at a time.
    private static final int UNREACHABLE = 10;

    private final String prefix;
    private final String address;
    private final int enough;

    private Futility(String prefix, String address, int concurrency) {
        this.prefix = prefix;
        this.address = address;
        this.enough = Math.clamp(concurrency, 3, UNREACHABLE);
    }

    /// Of all requests of a measurement.
    ///
    /// @param address of the target
    /// @param concurrency requests at a time
    static Futility of(String address, int concurrency) {
        return new Futility("", address, concurrency);
    }

    /// Of the requests of one arm of a comparison, which is named.
    ///
    /// @param address of the arm's target
    /// @param concurrency requests at a time
    public static Futility ofArm(String arm, String address, int concurrency) {
        return new Futility("the " + arm + " arm: ", address, concurrency);
    }

    /// Why it makes no sense to go on; null when it does.
    public @Nullable Ending ending(Answered so) {
        if (so.answers() == 0 && so.errors() >= enough) {
            return unanswered(so);
        }
        if (so.identified() == 0 && so.answers() >= NO_ID) {
            return noId(so);
        }
        boolean allDifferent = so.instances() >= ID_PER_REQUEST && so.instances() == so.identified();
        return so.tooManyIds() || allDifferent
                ? new Ending(
                        Kind.ID_PER_REQUEST,
                        prefix + so.instances() + " different ids in " + so.identified()
                                + " answers: the id names the request, not the instance")
                : null;
    }

    Ending unanswered(Answered so) {
        return new Ending(
                Kind.UNREACHABLE,
                prefix + "no request to " + address + " was answered (" + so.lastFailure()
                        + "): is the address right, and does it answer from this machine?");
    }

    Ending noId(Answered so) {
        String hint = so.errors() * 2 > so.requests()
                ? "most of them are errors, the last with status " + so.lastStatus() + ": is the path right?"
                : "--instance-from says where to look";
        return new Ending(
                Kind.NO_INSTANCE_ID, prefix + so.answers() + " answers and not one told its instance; " + hint);
    }
}
