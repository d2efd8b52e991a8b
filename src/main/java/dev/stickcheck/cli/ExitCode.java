package dev.stickcheck.cli;

import dev.stickcheck.model.Result;

/// The exit codes of the contract. After SIGINT and SIGTERM the process ends with 130 or 143 by itself.
enum ExitCode {
    PASSED(0),
    FAILED(1),
    USAGE(2),
    INCONCLUSIVE(3),
    NOTHING_MEASURED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
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
