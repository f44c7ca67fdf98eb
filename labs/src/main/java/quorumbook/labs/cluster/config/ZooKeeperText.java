package quorumbook.labs.cluster.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.NodeSpec.Duty;

/** zoo.cfg: small ticks, so that a lost server is noticed in seconds. */
record ZooKeeperText(Ensemble ensemble) {
    String write(NodeSpec node, Layout layout) {
        Properties text = Properties.empty()
                .with("dataDir", layout.dataFolder())
                .with("tickTime", Timeouts.ZOOKEEPER_TICK.toMillis())
                .with("initLimit", 10)
                .with("syncLimit", 4)
                .with("admin.enableServer", false)
                .with("4lw.commands.whitelist", "*");
        return (ensemble.isStandalone() ? alone(text, layout) : together(text, node, layout)).text();
    }

    static byte[] myid(NodeSpec node) {
        return (node.serverId() + "\n").getBytes(UTF_8);
    }

    private static Properties alone(Properties text, Layout layout) {
        Endpoint client = layout.binds().client();
        Properties open = text.with("clientPort", client.port());
        return client.host().isEmpty() ? open : open.with("clientPortAddress", client.host());
    }

    private Properties together(Properties text, NodeSpec self, Layout layout) {
        Properties servers = text.with("standaloneEnabled", false);
        if (layout.binds().peers().host().isEmpty()) {
            servers = servers.with("quorumListenOnAllIPs", true);
        }
        if (self.duty() == Duty.OBSERVER) {
            servers = servers.with("peerType", "observer");
        }
        servers = servers.comment("host:quorum port:election port:duty;client port");
        for (NodeSpec peer : ensemble.nodes()) {
            Address address = layout.seen(peer.id());
            Endpoint client = peer.id().equals(self.id()) ? layout.binds().client() : address.client();
            servers = servers.with("server." + peer.serverId(), server(peer, address, client));
        }
        return servers;
    }

    private static String server(NodeSpec peer, Address address, Endpoint client) {
        String duty = peer.duty() == Duty.OBSERVER ? "observer" : "participant";
        String door = client.host().isEmpty() ? String.valueOf(client.port()) : Layout.written(client);
        return address.peers() + ":" + address.votes().port() + ":" + duty + ";" + door;
    }
}
