package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("quorumbook");

    @ParameterizedTest
    @EnumSource
    void theHouseKeeps(Rule rule) {
        rule.rule().check(HOUSE);
    }

    /** A rule that nothing can break guards nothing. */
    @ParameterizedTest
    @EnumSource
    void isSeenToFail(Rule rule) {
        JavaClasses broken = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(rule.broken());

        assertThat(rule.rule().evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void looksAtAllModules() {
        assertThat(HOUSE)
                .extracting(type -> type.getPackageName())
                .contains("quorumbook.lessons", "quorumbook.labs", "quorumbook.repl.page");
    }
}
