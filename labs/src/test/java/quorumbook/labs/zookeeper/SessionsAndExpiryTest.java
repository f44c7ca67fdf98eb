package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Waited;

class SessionsAndExpiryTest {
    private final SessionsAndExpiry lab = new SessionsAndExpiry();
    private final Given given = lab.given(1);

    @Test
    void acceptsTheWholeExperiment() {
        History history = RegisterStory.whole(given)
                .answered(SessionsAndExpiry.GRANTED, "1000")
                .answered(SessionsAndExpiry.GONE, "1 s")
                .killed(1000, 1204)
                .history();

        assertThat(lab.checks())
                .allSatisfy(check ->
                        assertThat(check.judge().apply(history)).as(check.id()).isInstanceOf(Verdict.Pass.class));
    }

    @Test
    void cannotTellWithoutATrial() {
        History nothing = new History(given, List.of());

        assertThat(RegisterJudge.oneEphemeralIsRegistered(nothing)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.sameSessionAfterACut(nothing)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(nothing)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.neverTwoAtOnce(nothing)).isInstanceOf(Verdict.Unknown.class);
        assertThat(ExpiryJudge.youForetoldTheTimeout(nothing)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void passesNothingOfATrialThatBrokeOff() {
        History history = RegisterStory.begun(given).history();

        assertThat(RegisterJudge.sameSessionAfterACut(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.neverTwoAtOnce(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void passesNothingWithoutProofOfTheFaults() {
        History history = RegisterStory.begun(given)
                .noted(Registered.CAME_BACK, Registered.IN_TIME)
                .looked(Registered.AFTER_CUT)
                .deleted("a")
                .created("b", RegisterStory.SECOND)
                .looked(Registered.AFTER_EXPIRY)
                .history();

        assertThat(RegisterJudge.sameSessionAfterACut(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000 ms", "1s", "1.0 seconds", " 1000MS "})
    void aTimeCanBeSaidInManyWays(String answer) {
        assertThat(ExpiryJudge.millis(answer)).contains(1000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "at once", "-1", "1 h", "12345678"})
    void whatIsNoTimeIsNone(String answer) {
        assertThat(ExpiryJudge.millis(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"450", "0", "999", "10000", "soon"})
    void anotherTimeoutIsRefused(String answer) {
        assertThat(ExpiryJudge.youForetoldTheTimeout(foretold(answer, "1000").history()))
                .isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "600", "665", "2001", "10 s", "at once"})
    void anotherEndIsRefused(String answer) {
        assertThat(ExpiryJudge.youForetoldTheEnd(foretold("1000", answer).history()))
                .isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @CsvSource({"667", "1 s", "1.5s", "2000"})
    void anEndThatIsRoughlyRightIsAccepted(String answer) {
        assertThat(ExpiryJudge.youForetoldTheEnd(foretold("1000", answer).history()))
                .isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void aServerThatWasTooBusyIsNotChargedToAnybody() {
        History history = new RegisterStory(given)
                .answered(SessionsAndExpiry.GRANTED, "1000")
                .answered(SessionsAndExpiry.GONE, "5000")
                .killed(1000, 5000)
                .history();

        assertThat(ExpiryJudge.youForetoldTheEnd(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void anAnswerAfterTheExperimentDoesNotCount() {
        History history = foretold("450", "1000")
                .answered(SessionsAndExpiry.GRANTED, "1000")
                .history();

        assertThat(fail(ExpiryJudge.youForetoldTheTimeout(history)).actual()).isEqualTo("your answer: 450");
    }

    @Test
    void nobodyIsKilledBeforeBothAnswersAreSealed() {
        History history = new RegisterStory(given)
                .answered(SessionsAndExpiry.GRANTED, "1000")
                .history();

        assertThat(KilledClient.isDue(history)).isFalse();
        assertThat(ExpiryJudge.youForetoldTheTimeout(history)).isInstanceOf(Verdict.Skipped.class);
        assertThat(fail(ExpiryJudge.youForetoldTheEnd(history)).actual()).isEqualTo("no answer yet");
    }

    @Test
    void aPersistentZnodeIsNoRegistration() {
        History history = new RegisterStory(given)
                .created("a", 0)
                .looked(Registered.AFTER_START)
                .history();

        assertThat(fail(RegisterJudge.oneEphemeralIsRegistered(history)).actual())
                .isEqualTo("a is persistent");
    }

    @ParameterizedTest
    @MethodSource("silences")
    void doesNotChargeASilenceOnAStarvedMachine(
            Function<Waited, RegisterStory> story, Function<History, Verdict> judge) {
        History starved = story.apply(new Waited(20_000, 100, 0, 2)).history();
        History fair = story.apply(new Waited(20_000, 15_000, 0, 2)).history();

        assertThat(judge.apply(starved)).isInstanceOf(Verdict.Unknown.class);
        assertThat(judge.apply(fair)).isInstanceOf(Verdict.Fail.class);
        assertThat(lab.checks())
                .noneMatch(check -> check.judge().apply(starved) instanceof Verdict.Fail
                        && check.id().contains("registration"));
    }

    /** A second registration had no chance to come. */
    @Test
    void doesNotPassWhatNobodyCouldHaveBroken() {
        History starved = RegisterStory.whole(given)
                .waited(Registered.QUIET, new Waited(1_500, 10, 0, 2))
                .history();
        History fair = RegisterStory.whole(given)
                .waited(Registered.QUIET, new Waited(1_500, 1_400, 0, 2))
                .history();

        assertThat(RegisterJudge.neverTwoAtOnce(starved)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(starved)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.neverTwoAtOnce(fair)).isInstanceOf(Verdict.Pass.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(fair)).isInstanceOf(Verdict.Pass.class);
    }

    static Stream<Arguments> silences() {
        Given values = new SessionsAndExpiry().given(1);
        return Stream.of(
                silence(
                        waited -> new RegisterStory(values).lookedInVain(Registered.AFTER_START, waited),
                        RegisterJudge::oneEphemeralIsRegistered),
                silence(
                        waited -> RegisterStory.begun(values)
                                .fault("clients of zk1 cut off")
                                .noted(Registered.CAME_BACK, Registered.NOT)
                                .deleted("a")
                                .lookedInVain(Registered.AFTER_CUT, waited),
                        RegisterJudge::sameSessionAfterACut),
                silence(
                        waited -> RegisterStory.begun(values)
                                .cut()
                                .looked(Registered.AFTER_CUT)
                                .expired()
                                .lookedInVain(Registered.AFTER_EXPIRY, waited),
                        RegisterJudge::oneRegistrationAfterExpiry));
    }

    private static Arguments silence(Function<Waited, RegisterStory> story, Function<History, Verdict> judge) {
        return Arguments.of(story, judge);
    }

    @Test
    void nothingAndTwoAreNotOne() {
        RegisterStory story = new RegisterStory(given);
        History none = story.looked(Registered.AFTER_START)
                .noted(Registered.ENDED, "threw X")
                .history();
        History two = new RegisterStory(given)
                .created("a", RegisterStory.FIRST)
                .created("b", RegisterStory.FIRST)
                .looked(Registered.AFTER_START)
                .history();

        assertThat(fail(RegisterJudge.oneEphemeralIsRegistered(none)).actual())
                .isEqualTo("nothing; keepRegistered(…) threw X");
        assertThat(fail(RegisterJudge.oneEphemeralIsRegistered(two)).actual()).isEqualTo("a, b");
    }

    @Test
    void aSessionThatCannotSitOutTheCutIsTooShort() {
        History history =
                RegisterStory.begun(given).noted(Registered.TIMEOUT, "1000").history();

        assertThat(fail(RegisterJudge.oneEphemeralIsRegistered(history)).actual())
                .isEqualTo("a timeout of 1000 ms");
    }

    @Test
    void whoeverGivesTheSessionUpHasAnother() {
        History history = RegisterStory.begun(given)
                .cut()
                .noted(Registered.CAME_BACK, Registered.NOT)
                .deleted("a")
                .created("b", RegisterStory.SECOND)
                .looked(Registered.AFTER_CUT)
                .history();

        assertThat(fail(RegisterJudge.sameSessionAfterACut(history)).actual())
                .isEqualTo("the session was given up; registered: b");
        assertThat(RegisterJudge.neverTwoAtOnce(history)).isInstanceOf(Verdict.Skipped.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(history)).isInstanceOf(Verdict.Skipped.class);
    }

    @Test
    void aZnodeMadeAnewUnderTheSameNameIsAnother() {
        History history = RegisterStory.begun(given)
                .cut()
                .deleted("a")
                .created("a", RegisterStory.FIRST)
                .looked(Registered.AFTER_CUT)
                .history();

        assertThat(RegisterJudge.sameSessionAfterACut(history)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void aClientThatCalledTooLateIsNotChargedToAnybody() {
        History history = RegisterStory.begun(given)
                .cut()
                .noted(Registered.CAME_BACK, Registered.TOO_LATE)
                .deleted("a")
                .looked(Registered.AFTER_CUT)
                .history();

        assertThat(RegisterJudge.sameSessionAfterACut(history)).isInstanceOf(Verdict.Unknown.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(history)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void twoAtOnceAreTwoEvenIfOneGoes() {
        History history = RegisterStory.begun(given)
                .cut()
                .created("b", RegisterStory.SECOND)
                .deleted("b")
                .looked(Registered.AFTER_CUT)
                .history();

        assertThat(fail(RegisterJudge.neverTwoAtOnce(history)).actual()).isEqualTo("a and b at the same time");
        assertThat(RegisterJudge.sameSessionAfterACut(history)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void nobodyIsRegisteredAfterTheExpiry() {
        History history = expired().looked(Registered.AFTER_EXPIRY).history();

        assertThat(fail(RegisterJudge.oneRegistrationAfterExpiry(history)).actual())
                .isEqualTo("nothing is registered");
    }

    @Test
    void whoeverElseRegistersIsNotTheProgram() {
        RegisterStory elsewhere = expired().created("b", RegisterStory.SECOND).looked(Registered.AFTER_EXPIRY);

        assertThat(RegisterJudge.oneRegistrationAfterExpiry(elsewhere.history()))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(fail(RegisterJudge.oneRegistrationAfterExpiry(
                                elsewhere.noted(Registered.BY_ITSELF, "false").history()))
                        .actual())
                .isEqualTo("b of a session that was opened elsewhere");
    }

    @Test
    void twoOrAPersistentOneAreNoRegistrationAfterTheExpiry() {
        History two = expired()
                .created("b", RegisterStory.SECOND)
                .created("c", RegisterStory.SECOND)
                .looked(Registered.AFTER_EXPIRY)
                .history();
        History persistent =
                expired().created("b", 0).looked(Registered.AFTER_EXPIRY).history();

        assertThat(RegisterJudge.oneRegistrationAfterExpiry(two)).isInstanceOf(Verdict.Fail.class);
        assertThat(RegisterJudge.oneRegistrationAfterExpiry(persistent)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void onlyTheLastTrialIsJudged() {
        History history = RegisterStory.begun(given)
                .created("b", RegisterStory.SECOND)
                .noted(Registered.TRIAL, "/members-2")
                .history();

        assertThat(RegisterJudge.neverTwoAtOnce(history)).isInstanceOf(Verdict.Unknown.class);
    }

    private RegisterStory expired() {
        return RegisterStory.begun(given).cut().looked(Registered.AFTER_CUT).expired();
    }

    private RegisterStory foretold(String timeout, String end) {
        return new RegisterStory(given)
                .answered(SessionsAndExpiry.GRANTED, timeout)
                .answered(SessionsAndExpiry.GONE, end)
                .killed(1000, 1204);
    }

    private static Verdict.Fail fail(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        return (Verdict.Fail) verdict;
    }
}
