package dev.stickcheck.cli;

import dev.stickcheck.model.Result;
import java.util.Collection;
import java.util.stream.Stream;

/// The exit codes of the contract. After SIGINT and SIGTERM the process ends with 130 or 143 by itself.
enum ExitCode {
    PASSED(0, "every check passed"),
    FAILED(1, "at least one check failed"),
    USAGE(2, "wrong usage: arguments, configuration file, unreadable input"),
    INCONCLUSIVE(3, "no check failed, and at least one could not be decided"),
    NOTHING_MEASURED(4, "nothing could be measured, or a report could not be written");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    int code() {
        return code;
    }

    /// The one that speaks for several targets: a failure first, then what could not be measured, then what is open.
    static ExitCode worst(Collection<ExitCode> codes) {
        return Stream.of(FAILED, NOTHING_MEASURED, INCONCLUSIVE)
                .filter(codes::contains)
                .findFirst()
                .orElse(PASSED);
    }

    static ExitCode of(Result result) {
        if (result.ending().nothingMeasured()) {
            return NOTHING_MEASURED;
        }
        return switch (result.verdict()) {
            case PASS -> PASSED;
            case FAIL -> FAILED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
