package edgecraft.workshop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.sandbox.Requirements.Forbidding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    private static final String DENIED = "bwrap: setting up uid map: Permission denied\n";

    @Test
    void ubuntu_is_told_its_setting() {
        assertThat(Requirements.refused(DENIED, Optional.of(Forbidding.UBUNTU)))
                .hasMessage("bubblewrap does not work here. It says: bwrap: setting up uid map: Permission denied\n"
                        + "The system forbids it to ordinary users. Allow it: sudo sysctl -w"
                        + " kernel.apparmor_restrict_unprivileged_userns=0");
    }

    @Test
    void so_is_debian() {
        assertThat(Requirements.refused(DENIED, Optional.of(Forbidding.DEBIAN)))
                .hasMessageEndingWith("sudo sysctl -w kernel.unprivileged_userns_clone=1");
    }

    @Test
    void where_no_setting_forbids_it_a_container_does() {
        assertThat(Requirements.refused("bwrap: No permissions to create new namespace", Optional.empty()))
                .hasMessageContaining("In a container it needs rights that a container has not by default")
                .hasMessageContaining("--privileged");
    }

    @Test
    void an_old_bubblewrap_does_not_know_every_option() {
        assertThat(Requirements.refused("bwrap: Unknown option --disable-userns\n", Optional.of(Forbidding.UBUNTU)))
                .hasMessageEndingWith("Version 0.8 or newer is needed: install that, and run the command again.");
    }
}
