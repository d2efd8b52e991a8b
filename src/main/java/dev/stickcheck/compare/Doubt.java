package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sees early that an arm does not answer, or does not tell its instances.
final class Doubt {
    private static final int REQUESTS_WITHOUT_ANSWER = 30;
    private static final int ANSWERS_WITHOUT_ID = 30;
    private static final int ANSWERS_WITH_AN_ID_EACH = 100;

    private final String arm;
    private final Set<String> ids = new HashSet<>();
    private long requests;
    private long answers;
    private @Nullable ErrorKind lastFailure;
    private boolean repeated;

    Doubt(Arm arm) {
        this.arm = "the " + arm.name().toLowerCase(Locale.ROOT) + " arm";
    }

    void see(Event.Asked asked) {
        requests++;
        if (asked.failure() != null) {
            lastFailure = asked.failure();
            return;
        }
        answers++;
        String id = asked.instance();
        if (id != null && !repeated) {
            repeated = !ids.add(id);
        }
    }

    @Nullable
    Ending ending() {
        ErrorKind failure = lastFailure;
        if (answers == 0 && failure != null && requests >= REQUESTS_WITHOUT_ANSWER) {
            return new Ending(
                    Ending.Kind.UNREACHABLE,
                    arm + " did not answer one of " + requests + " requests (" + failure.label() + ")");
        }
        if (ids.isEmpty() && answers >= ANSWERS_WITHOUT_ID) {
            return new Ending(
                    Ending.Kind.NO_INSTANCE_ID,
                    arm + " did not tell an instance in any of " + answers
                            + " answers: --instance-from says where it stands");
        }
        if (!repeated && ids.size() >= ANSWERS_WITH_AN_ID_EACH) {
            return new Ending(
                    Ending.Kind.ID_PER_REQUEST,
                    arm + " told " + ids.size()
                            + " ids in as many answers: they name requests, not instances (see --instance-from)");
        }
        return null;
    }
}
