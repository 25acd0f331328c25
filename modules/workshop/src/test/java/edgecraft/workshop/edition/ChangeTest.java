package edgecraft.workshop.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Optional<String> NOTHING = Optional.empty();
    private static final Optional<String> OLD = Optional.of("old");
    private static final Optional<String> NEW = Optional.of("new");
    private static final Optional<String> CHANGED = Optional.of("changed");

    @Test
    void what_is_the_same_already_is_left_alone() {
        assertThat(ours(NEW, OLD, NEW)).isEqualTo(Change.NONE);
        assertThat(learners(NEW, OLD, NEW)).isEqualTo(Change.NONE);
        assertThat(ours(OLD, OLD, OLD)).isEqualTo(Change.NONE);
        assertThat(ours(NOTHING, OLD, NOTHING)).isEqualTo(Change.NONE);
    }

    @Test
    void what_nobody_changed_becomes_the_new_one() {
        assertThat(ours(OLD, OLD, NEW)).isEqualTo(Change.PUT);
        assertThat(ours(NOTHING, NOTHING, NEW)).isEqualTo(Change.PUT);
        assertThat(ours(OLD, OLD, NOTHING)).isEqualTo(Change.REMOVE);
    }

    @Test
    void a_stub_that_nobody_has_touched_is_nobodys_work() {
        assertThat(learners(OLD, OLD, NEW)).isEqualTo(Change.PUT);
        assertThat(learners(NOTHING, NOTHING, NEW)).isEqualTo(Change.PUT);
        assertThat(learners(OLD, OLD, NOTHING)).isEqualTo(Change.REMOVE);
    }

    @Test
    void what_the_learner_wrote_stays_and_so_does_what_the_learner_took_away() {
        assertThat(learners(CHANGED, OLD, NEW)).isEqualTo(Change.KEEP);
        assertThat(learners(CHANGED, OLD, NOTHING)).isEqualTo(Change.KEEP);
        assertThat(learners(CHANGED, NOTHING, NEW)).isEqualTo(Change.KEEP);
        assertThat(learners(NOTHING, OLD, NEW)).isEqualTo(Change.KEEP);
    }

    @Test
    void what_somebody_changed_that_is_not_theirs_makes_room_and_what_was_lost_comes_back() {
        assertThat(ours(CHANGED, OLD, NEW)).isEqualTo(Change.MOVE_ASIDE);
        assertThat(ours(CHANGED, OLD, OLD)).isEqualTo(Change.MOVE_ASIDE);
        assertThat(ours(CHANGED, OLD, NOTHING)).isEqualTo(Change.MOVE_ASIDE);
        assertThat(ours(CHANGED, NOTHING, NEW)).isEqualTo(Change.MOVE_ASIDE);
        assertThat(ours(NOTHING, OLD, NEW)).isEqualTo(Change.PUT);
    }

    private static Change ours(Optional<String> here, Optional<String> before, Optional<String> after) {
        return Change.of(here, before, after, false);
    }

    private static Change learners(Optional<String> here, Optional<String> before, Optional<String> after) {
        return Change.of(here, before, after, true);
    }
}
