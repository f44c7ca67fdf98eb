package quorumbook.labs.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorumbook.labs.history.Outcome;

class ErrorClassesTest {
    @ParameterizedTest
    @EnumSource(names = {"NODEEXISTS", "NONODE", "BADVERSION", "NOTEMPTY", "NOAUTH"})
    void aRefusalOfZooKeepersIsAFailure(Code code) {
        assertThat(ErrorClasses.of(KeeperException.create(code))).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTIONLOSS", "OPERATIONTIMEOUT", "SESSIONEXPIRED", "REQUESTTIMEOUT", "SYSTEMERROR"})
    void whatMayHaveHappenedIsUnknown(Code code) {
        assertThat(ErrorClasses.of(KeeperException.create(code))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void isCalledByTheWordsOfTheField() {
        assertThat(ErrorClasses.of(KeeperException.create(Code.NODEEXISTS)))
                .isEqualTo(new Outcome.Failed("NodeExists"));
    }

    @Test
    void aBrokerThatRefusesBeforeItAppendsHasFailed() {
        assertThat(ErrorClasses.ofOnlyAttempt(new NotEnoughReplicasException("1 of 2")))
                .isEqualTo(new Outcome.Failed("NotEnoughReplicasException"));
    }

    @Test
    void aBrokerThatRefusesAfterItAppendedHasNot() {
        assertThat(ErrorClasses.ofOnlyAttempt(new NotEnoughReplicasAfterAppendException("too late")))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(ErrorClasses.ofOnlyAttempt(new TimeoutException("6 s"))).isInstanceOf(Outcome.Unknown.class);
        // A leader that steps down answers so what it has appended already.
        assertThat(ErrorClasses.ofOnlyAttempt(new NotLeaderOrFollowerException("stepped down")))
                .isInstanceOf(Outcome.Unknown.class);
    }
}
