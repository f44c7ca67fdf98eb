package quorumbook.labs.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitedTest {
    private static final int PROCESSORS = 2;

    @Test
    void silenceOnAMachineWithTimeToSpareIsEvidence() {
        assertThat(new Waited(20_000, 19_000, 0, PROCESSORS).doubt()).isEmpty();
    }

    @Test
    void soIsSilenceWhereAProgramGetsOnAtAnEighthOfItsPace() {
        assertThat(new Waited(20_000, 2_500, 0, PROCESSORS).doubt()).isEmpty();
        assertThat(new Waited(20_000, 2_499, 0, PROCESSORS).doubt()).isPresent();
    }

    @Test
    void saysHowLittleOfTheMachineWasLeft() {
        assertThat(new Waited(20_000, 400, 0, PROCESSORS).doubt())
                .contains("the machine is too busy: in the 20.0 s that were waited, a program could run for 0.4 s");
    }

    /** A thread bomb starves the machine, and itself. */
    @Test
    void whoKeepsTheMachineBusyThemselvesCannotComplainOfIt() {
        assertThat(new Waited(20_000, 400, 20_000, PROCESSORS).doubt()).isEmpty();
        assertThat(new Waited(20_000, 400, 19_999, PROCESSORS).doubt()).isPresent();
    }
}
