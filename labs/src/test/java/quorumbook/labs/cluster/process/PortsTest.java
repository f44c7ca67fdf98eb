package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aReservedPortIsNobodyElsesAndRefusesClients() {
        Ports.Reserved port = new Ports(new Random(1)).reserve();
        assertThat(Ports.isFree(port.number())).isFalse();
        assertThat(Ports.refuses(port.number())).isTrue();
        port.release();
        assertThat(Ports.isFree(port.number())).isTrue();
    }

    @Test
    void aCollisionIsRetried() {
        // The same seed draws the same ports: the second finds the first one taken.
        Ports.Reserved one = new Ports(new Random(7)).reserve();
        Ports.Reserved other = new Ports(new Random(7)).reserve();
        assertThat(other.number()).isNotEqualTo(one.number());
        one.release();
        other.release();
    }
}
