package edgecraft.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void this_one_is_fit() {
        Machine.mustBeFit();
    }

    @Test
    void without_an_ipv4_loopback_it_is_told_how_to_get_one() throws UnknownHostException {
        // TEST-NET-1: nobody's address, as 127.0.0.1 is where there is IPv6 only.
        InetAddress missing = InetAddress.getByName("192.0.2.1");
        assertThatThrownBy(() -> Machine.mustServeItself(missing))
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith("no server can be spoken to at 192.0.2.1: ")
                .hasMessageContaining("ip addr add 127.0.0.1/8 dev lo");
    }

    @Test
    void with_few_files_it_is_told_how_to_raise_the_limit() {
        assertThatThrownBy(() -> Machine.mustOpen(256))
                .isInstanceOf(MachineFault.class)
                .hasMessage(
                        "only 256 files and connections may be open at a time, and 1000 are needed.\n"
                                + "Raise the limit, then run the command again: ulimit -n 4096 (or the hard limit of your system)");
        Machine.mustOpen(1024);
    }

    @Test
    void with_few_threads_it_is_told_how_to_raise_the_limit() {
        AtomicInteger left = new AtomicInteger(40);
        assertThatThrownBy(() -> Machine.mustStart(400, thread -> {
                    if (left.getAndDecrement() == 0) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                }))
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith("only 40 more threads can be started here, and 400 are needed.\n")
                .hasMessageContaining("ulimit -u 4096");
        assertThat(left).hasValue(-1);
    }
}
