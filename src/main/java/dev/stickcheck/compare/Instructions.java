package dev.stickcheck.compare;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that Gatling's process needs to know. It comes through a pipe, since headers may carry credentials and a
/// command line can be read by everybody on the machine.
///
/// @param on what the on arm asks; `off` may be the same
/// @param onKeepsCookies whether the on arm's sessions return cookies
/// @param offKeepsCookies whether the off arm's sessions do
/// @param switched whether each change of arm waits until the target has been switched
/// @param timetable when which arm is asked
/// @param pace how sessions ask
/// @param wire how requests reach the target
/// @param request what the simplest journey sends
/// @param source where an answer names its instance
/// @param journey the class that says what a session asks
/// @param seed of every random choice
public record Instructions(
        URI on,
        URI off,
        boolean onKeepsCookies,
        boolean offKeepsCookies,
        boolean switched,
        Timetable timetable,
        Pace pace,
        Wire wire,
        Request request,
        InstanceSource source,
        String journey,
        long seed) {

    /// How sessions ask, alike in both arms.
    ///
    /// @param users sessions at a time, in each arm
    /// @param rate intended requests a second, of all users together; infinite: as answers come
    /// @param thinkTime the least pause of a session between an answer and its next request
    public record Pace(int users, double rate, Duration thinkTime, int requestsPerSession) {}

    /// How requests reach the target, alike in both arms.
    ///
    /// @param insecure whether any server certificate is taken
    /// @param trustStore certificate authorities to trust instead of the JDK's
    public record Wire(
            ConnectionPolicy connections,
            boolean http2,
            boolean insecure,
            @Nullable Path trustStore,
            Duration timeout,
            @Nullable InetSocketAddress proxy,
            Map<String, InetAddress> resolve,
            List<InetAddress> sourceAddresses) {
        public Wire {
            resolve = Map.copyOf(resolve);
            sourceAddresses = List.copyOf(sourceAddresses);
        }
    }
}
