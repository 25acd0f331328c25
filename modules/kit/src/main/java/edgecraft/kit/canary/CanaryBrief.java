package edgecraft.kit.canary;

import java.io.Serializable;
import java.util.List;

/**
 * What a canary is told: what it may find, and what is out there to be found.
 *
 * @param visible files and directories that belong into the sandbox, with all that is in them
 * @param classPath those of them that are the learner's classes and libraries
 * @param temporary the one directory that may be written to
 * @param secrets files that it must not be able to read
 * @param sockets paths of sockets that it must not be able to connect to
 * @param addresses numeric addresses outside of this machine's loopback, to which nothing may be sent
 * @param judge the process that judges
 * @param decoy a process of the judge's, started to be aimed at
 * @param threads the most threads, of all processes together, that the sandbox allows
 * @param disk the most bytes of files that it allows
 * @param memory more bytes of memory than it allows, or 0 to leave that for later
 */
public record CanaryBrief(
        List<String> visible,
        List<String> classPath,
        String temporary,
        List<String> secrets,
        List<String> sockets,
        List<String> addresses,
        long judge,
        long decoy,
        int threads,
        long disk,
        long memory)
        implements Serializable {

    /** The same, to try the memory and nothing else: that ends the canary if the sandbox holds. */
    public CanaryBrief hungry(long bytes) {
        return new CanaryBrief(
                visible, classPath, temporary, secrets, sockets, addresses, judge, decoy, threads, disk, bytes);
    }
}
