package edgecraft.workshop;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** What any run needs of a machine, looked at before it begins: what it lacks would look like a fault of the learner's. */
public final class Machine {

    /** For the crowd of the largest check at both ends, and the libraries. */
    private static final int LEAST_FILES = 1000;

    /** The same. */
    private static final int LEAST_THREADS = 400;

    private Machine() {}

    /**
     * Looks at all of it.
     *
     * @throws MachineFault if something is missing
     */
    public static void mustBeFit() {
        mustServeItself(InetAddress.getLoopbackAddress());
        mustOpen(mostFiles());
        mustStart(LEAST_THREADS, Thread::start);
    }

    /** Servers can listen at this address of the machine, and be spoken to. */
    static void mustServeItself(InetAddress address) {
        try (ServerSocket server = new ServerSocket(0, 1, address);
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            client.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new MachineFault(
                    "no server can be spoken to at " + address.getHostAddress() + ": " + e.getMessage() + ".",
                    "Servers need the IPv4 loopback, where everything else is IPv6, too. On Linux, as root: ip link set lo up &&"
                            + " ip addr add 127.0.0.1/8 dev lo\n"
                            + "If it is there: does a firewall or VPN forbid connections inside this machine?",
                    e);
        }
    }

    /** So many files and connections may be open at a time. */
    static void mustOpen(long most) {
        if (most < LEAST_FILES) {
            throw new MachineFault(
                    "only " + most + " files and connections may be open at a time, and " + LEAST_FILES
                            + " are needed.",
                    "Raise the limit, then run the command again: ulimit -n 4096 (or the hard limit of your system)");
        }
    }

    private static long mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : LEAST_FILES;
    }

    /** So many threads can run at a time. */
    static void mustStart(int threads, Starter starter) {
        CountDownLatch over = new CountDownLatch(1);
        int started = 0;
        try {
            for (; started < threads; started++) {
                Thread waiting = new Thread(null, () -> await(over), "edgecraft-fit", 1);
                waiting.setDaemon(true);
                starter.start(waiting);
            }
        } catch (OutOfMemoryError noMore) {
            throw new MachineFault(
                    "only " + started + " more threads can be started here, and " + threads + " are needed.",
                    "Close other programs, or raise the limit of processes and threads: ulimit -u 4096, in a container"
                            + " --pids-limit; then run the command again.",
                    noMore);
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts threads. */
    interface Starter {

        /** @throws OutOfMemoryError if there can be no more */
        void start(Thread thread);
    }
}
