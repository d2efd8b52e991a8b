package dev.stickcheck.simulations;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.http.engine.HttpEngine;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import org.jspecify.annotations.Nullable;

/// Closes the connections of a user whose session ends early.
///
/// Gatling closes them when a user leaves, and where the last request of a session says so, which a session that the
/// target has lost never sends.
final class UserConnections {
    private volatile @Nullable HttpEngine engine;

    /// Learns from the scenario that it is part of which engine holds the connections; does nothing at run time.
    ChainBuilder learned() {
        ActionBuilder learning = () -> (context, next) -> {
            engine = context.protocolComponentsRegistry()
                    .components(HttpProtocol.HttpProtocolKey())
                    .httpEngine();
            return next;
        };
        return exec(learning);
    }

    Session close(Session session) {
        HttpEngine holder = engine;
        if (holder != null) {
            holder.flushClientIdChannels(session.userId(), session.asScala().eventLoop());
        }
        return session;
    }
}
