package dev.stickcheck.journal;

/// Whole numbers within bounds.
final class Whole {
    private Whole() {}

    static long read(Field field, String text, long least, long most) throws BadLine {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the words of a person.
        }
        String range = most >= Integer.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most;
        throw BadLine.value(field, text, "a whole number" + range);
    }
}
