package dev.stickcheck.lab;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// The opaque cookie value of each instance, 16 hexadecimal digits as HAProxy's `dynamic` cookies have.
///
/// A value names its instance and nothing has to be remembered of a session, however many there are.
final class PinCodes {
    private final List<String> codes;

    private PinCodes(List<String> codes) {
        this.codes = codes;
    }

    static PinCodes of(int instances, long seed) {
        return new PinCodes(IntStream.rangeClosed(1, instances)
                .mapToObj(number -> HexFormat.of().toHexDigits(mixed(seed + number * 0x9E3779B97F4A7C15L)))
                .toList());
    }

    String code(int instance) {
        return codes.get(instance);
    }

    /// The instance of a value, or -1 when no instance has it.
    int instance(String code) {
        return codes.indexOf(code);
    }

    /// SplitMix64's finaliser (Steele, Lea, Flood 2014): one to one, so that no two instances share a value.
    private static long mixed(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /// Without the values, which are credentials.
    @Override
    public String toString() {
        return "PinCodes[" + codes.size() + " instances]";
    }
}
