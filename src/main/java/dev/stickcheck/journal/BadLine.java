package dev.stickcheck.journal;

import dev.stickcheck.model.Text;
import java.io.IOException;

/// A line that is no observation. Who reads it adds the file and the line's number.
final class BadLine extends IOException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 60;

    BadLine(String what) {
        super(what);
    }

    /// A value that its field cannot hold.
    static BadLine value(Field field, String found, String expected) {
        return new BadLine("field " + field.key() + ": expected " + expected + ", got \""
                + Text.inert(found, LONGEST_SHOWN) + "\"");
    }

    static BadLine missing(Field field) {
        return new BadLine("field " + field.key() + " is missing");
    }
}
