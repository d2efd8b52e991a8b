package dev.stickcheck.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The clients whose connections all sessions of one source address share.
///
/// All of a client's bytes pass through one thread, so a busy run takes two clients. Each request goes by the one with
/// fewer requests under way: their connections together are as many as one client would open, and no session is tied
/// to either.
final class SharedClients {
    private final List<NumberedClient> clients = new ArrayList<>();

    SharedClients(int size, Supplier<NumberedClient> maker) {
        for (int i = 0; i < size; i++) {
            clients.add(maker.get());
        }
    }

    NumberedClient next() {
        NumberedClient idlest = clients.getFirst();
        for (NumberedClient client : clients) {
            idlest = client.inFlight().get() < idlest.inFlight().get() ? client : idlest;
        }
        return idlest;
    }

    void close() {
        clients.forEach(client -> client.http().shutdownNow());
    }
}
