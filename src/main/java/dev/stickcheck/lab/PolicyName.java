package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.List;

/// The policies that a lab can be asked for, by the names that users write.
enum PolicyName {
    ROUND_ROBIN("round-robin"),
    RANDOM("random"),
    COOKIE("cookie"),
    IP_HASH("ip-hash");

    private final String written;

    PolicyName(String written) {
        this.written = written;
    }

    /// The policy that this name stands for.
    ///
    /// @throws LabProblem when there is none
    static PolicyName named(String text) {
        List<String> names = Arrays.stream(values()).map(name -> name.written).toList();
        int at = names.indexOf(text);
        if (at < 0) {
            throw LabProblem.usage(NearestNames.explain("lab policy", text, names));
        }
        return values()[at];
    }

    /// The policy before its first decision.
    Policy policy(int instances, long seed) {
        Rotation rotation = Rotation.over(instances);
        return switch (this) {
            case ROUND_ROBIN -> new RoundRobin(rotation);
            case RANDOM -> new WeightedRandom();
            case COOKIE -> new InsertedCookie(PinCodes.of(instances, seed), rotation);
            case IP_HASH -> new AddressHash(rotation);
        };
    }
}
