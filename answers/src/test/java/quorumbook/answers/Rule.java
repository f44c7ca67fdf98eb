package quorumbook.answers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/**
 * Each rule with the package of test classes that break it. An exception is one more package in the rule, with its reason
 * beside it.
 */
enum Rule {
    LESSONS_KNOW_ONLY_THEMSELVES(
            noClasses()
                    .that()
                    .resideInAPackage("quorumbook.lessons..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "quorumbook.labs..", "quorumbook.repl..", "quorumbook.agent..", "quorumbook.answers.."),
            "quorumbook.lessons.broken"),

    LABS_KNOW_NO_LESSONS_AND_NO_PROMPT(
            noClasses()
                    .that()
                    .resideInAPackage("quorumbook.labs..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "quorumbook.lessons..", "quorumbook.repl..", "quorumbook.agent..", "quorumbook.answers.."),
            "quorumbook.labs.broken"),

    THE_PROGRAM_KNOWS_NO_ANSWERS(
            noClasses()
                    .that()
                    .resideInAnyPackage("quorumbook.repl..", "quorumbook.agent..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("quorumbook.answers.."),
            "quorumbook.repl.broken"),

    CLUSTERS_KNOW_NOTHING_OF_WHAT_IS_DONE_WITH_THEM(
            noClasses()
                    .that()
                    .resideInAPackage("quorumbook.labs.cluster..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "quorumbook.labs",
                            "quorumbook.labs.fault..",
                            "quorumbook.labs.observe..",
                            "quorumbook.labs.history..",
                            "quorumbook.labs.program..",
                            "quorumbook.labs.zookeeper..",
                            "quorumbook.labs.kafka..",
                            "quorumbook.labs.catalogue.."),
            "quorumbook.labs.cluster.broken"),

    PROGRAMS_ARE_RUN_FOR_ANY_LAB(
            noClasses()
                    .that()
                    .resideInAPackage("quorumbook.labs.program..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "quorumbook.labs",
                            "quorumbook.labs.cluster.process..",
                            "quorumbook.labs.cluster.container..",
                            "quorumbook.labs.fault..",
                            "quorumbook.labs.observe..",
                            "quorumbook.labs.history..",
                            "quorumbook.labs.zookeeper..",
                            "quorumbook.labs.kafka..",
                            "quorumbook.labs.catalogue.."),
            "quorumbook.labs.program.broken"),

    BACKENDS_ARE_FOUND_NOT_NAMED(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("quorumbook.labs.cluster.process..", "quorumbook.labs.cluster.container..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("quorumbook.labs.cluster.process..", "quorumbook.labs.cluster.container.."),
            "quorumbook.labs.backend"),

    HISTORIES_AND_OBSERVATIONS_KNOW_NO_LAB(
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "quorumbook.labs.history..", "quorumbook.labs.observe..", "quorumbook.labs.fault..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "quorumbook.labs",
                            "quorumbook.labs.zookeeper..",
                            "quorumbook.labs.kafka..",
                            "quorumbook.labs.catalogue.."),
            "quorumbook.labs.history.broken"),

    ONLY_THE_CATALOGUE_KNOWS_THE_LABS(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "quorumbook.labs.zookeeper..", "quorumbook.labs.kafka..", "quorumbook.labs.catalogue..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("quorumbook.labs.zookeeper..", "quorumbook.labs.kafka.."),
            "quorumbook.labs.names"),

    PACKAGES_KNOW_EACH_OTHER_ONE_WAY(
            slices().matching("quorumbook.(**)").should().beFreeOfCycles(), "quorumbook.broken.circle"),

    ONLY_THE_ENGINE_KNOWS_JSHELL(
            noClasses()
                    .that()
                    // the agent is the engine's other half, in the learner's JVM
                    // the bench compares the engine with JShell's own
                    .resideOutsideOfPackages(
                            "quorumbook.repl.engine..", "quorumbook.agent..", "quorumbook.repl.bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jdk.jshell.."),
            "quorumbook.broken.reach"),

    ONLY_THE_TERMINAL_KNOWS_JLINE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("quorumbook.repl.terminal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jline.."),
            "quorumbook.broken.reach"),

    ONLY_CONTAINERS_KNOW_TESTCONTAINERS(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("quorumbook.labs.cluster.container..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava.."),
            "quorumbook.broken.reach"),

    ONLY_THE_TERMINAL_TOUCHES_THE_STANDARD_STREAMS(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "quorumbook.repl.terminal..",
                            // in the learner's JVM they are what the learner's code prints to
                            "quorumbook.agent..",
                            // in a server's JVM standard input ends when the workbook does
                            "quorumbook.labs.cluster.process.guard..")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
            "quorumbook.broken.reach"),

    ONLY_TWO_PLACES_START_PROCESSES(
            noClasses()
                    .that()
                    // servers, and the learner's JVM; and whole programs in a terminal, to be timed
                    .resideOutsideOfPackages(
                            "quorumbook.labs.cluster.process..", "quorumbook.repl.jvm..", "quorumbook.repl.bench..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ProcessBuilder.class)
                    .orShould()
                    .callMethod(Runtime.class, "exec", String[].class),
            "quorumbook.broken.reach"),

    ONLY_EVENTUALLY_SLEEPS(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("quorumbook.labs.await..")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class, int.class)
                    .orShould()
                    .callMethod("java.util.concurrent.TimeUnit", "sleep", "long"),
            "quorumbook.broken.reach"),

    ONLY_MAIN_EXITS(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("quorumbook.repl.Main")
                    .should()
                    .callMethod(System.class, "exit", int.class),
            "quorumbook.broken.reach"),

    NAMES_SAY_WHAT_A_THING_IS(
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)(\\$.*)?"), "quorumbook.broken.reach"),

    EVERY_PACKAGE_IS_NULL_MARKED(
            classes().that().resideInAPackage("quorumbook..").should(new BeInANullMarkedPackage()),
            "quorumbook.broken.reach"),

    JUDGES_SEE_ONLY_THE_HISTORY(methods().that(new Judges()).should(new UseNoClient()), "quorumbook.broken.judge");

    private final ArchRule rule;
    private final String broken;

    Rule(ArchRule rule, String broken) {
        this.rule = rule.allowEmptyShould(true);
        this.broken = broken;
    }

    ArchRule rule() {
        return rule;
    }

    /** The package of test classes that break the rule. */
    String broken() {
        return broken;
    }
}
