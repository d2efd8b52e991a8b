package dev.stickcheck.probe;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Request.Header;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The seam between the probe and what moves bytes. An implementation never blocks the caller for an answer.
public interface Transport extends AutoCloseable {

    /// Sends one request and hands its reply to `done`, once, on any thread. Never throws for what the network does.
    Sending send(Hop hop, Done done);

    /// Who waits for a reply.
    @FunctionalInterface
    interface Done {
        /// Takes a reply.
        ///
        /// @param ended when the last of it came, by [System#nanoTime()]; it may be told later
        void accept(Reply reply, long ended);

        /// Takes one that ended now.
        default void accept(Reply reply) {
            accept(reply, System.nanoTime());
        }
    }

    /// A session's connections may be given up: it sends nothing more.
    default void endSession(Route route) {}

    @Override
    void close();

    /// One request on the wire. Redirects are followed above.
    record Hop(
            URI uri,
            String method,
            List<Header> headers,
            @Nullable String body,
            Route route) {

        /// Leaves out what may be a credential.
        @Override
        public String toString() {
            return method + " hop " + route;
        }
    }

    /// Whose request it is, for the choice of a connection and a local address.
    ///
    /// @param session a number unique to the session
    /// @param source index into the plan's source addresses, or −1
    record Route(long session, int source) {}

    /// A request under way.
    interface Sending {
        /// Gives it up. A reply that still comes is ignored by the caller.
        void cancel();

        /// Whether the header of an answer has come.
        boolean answering();
    }

    /// What came back.
    sealed interface Reply {
        /// An answer, complete or cut at the body's bound.
        ///
        /// @param headers by lower-case name
        /// @param connection a label unique within the transport; null when unknown
        record Answer(
                int status,
                Map<String, List<String>> headers,
                @Nullable String body,
                @Nullable String connection) implements Reply {

            /// Leaves out what came from outside: cookie values are credentials.
            @Override
            public String toString() {
                return "Answer[" + status + "]";
            }
        }

        /// No answer, or not a whole one. `detail` is one line, inert.
        record Failure(ErrorKind kind, String detail) implements Reply {}
    }
}
