package org.prefstream.embedded.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules that hold in every service and in what they share. A module's test checks all of them at once by
 * {@link #check}; who uses this has ArchUnit among its test dependencies.
 */
public final class ArchitectureRules {

    /** A client that hangs up cancels such a transaction half-way. */
    public static final ArchRule ONLY_TRANSACTIONS_WRITE = noClasses().that()
            .resideOutsideOfPackage("org.prefstream.kit.database..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(WithTransaction|Transactional)")
            .orShould()
            .callMethodWhere(target(nameMatching("with(Stateless)?Transaction"))
                    .and(target(owner(nameMatching(".*\\.(Panache|SessionOperations|Mutiny\\$.*|Stage\\$.*)")))))
            .because("writing is done by Transactions.write alone, which no hang-up can cancel")
            .allowEmptyShould(true);

    /** What is sent past the outbox is lost or doubled sooner or later. */
    public static final ArchRule ONLY_THE_RELAY_SENDS = noClasses().that()
            .resideOutsideOfPackage("org.prefstream.kit.messaging..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.kafka\\.clients\\.producer\\..*|"
                    + "org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.(Emitter|Channel|Outgoing)|"
                    + "io\\.smallrye\\.reactive\\.messaging\\.(MutinyEmitter|kafka\\.KafkaClientService)")
            .because("changes reach Kafka by the outbox and its relay alone")
            .allowEmptyShould(true);

    /** What is shared must not know who shares it. */
    public static final ArchRule THE_KIT_KNOWS_NO_SERVICE = noClasses().that()
            .resideInAPackage("org.prefstream.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.prefstream.task..", "org.prefstream.annotation..", "org.prefstream.export..",
                    "org.prefstream.frontend..")
            .because("the kit is what services share")
            .allowEmptyShould(true);

    /**
     * Use cases and aggregates refuse by problems; only resources, and what they share in {@code web}, know of HTTP.
     */
    public static final ArchRule ONLY_RESOURCES_SPEAK_REST = noClasses().that(areNeitherResourceNorKit())
            .and()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because("REST ends at the resources")
            .allowEmptyShould(true);

    /** Parameters of resources are annotated in one style. */
    public static final ArchRule REST_PARAMETERS_HAVE_ONE_STYLE = noClasses().should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.ws\\.rs\\.(Query|Path|Header|Cookie|Form|Matrix|Bean)Param")
            .because("@RestQuery, @RestPath, @RestHeader, @RestCookie and @RestForm say the same")
            .allowEmptyShould(true);

    /** Whoever can write to an entity's field can pass by what its methods guard. */
    public static final ArchRule ENTITIES_GUARD_THEMSELVES = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePrivate()
            .because("an entity changes by its own methods, which guard the change")
            .allowEmptyShould(true);

    private ArchitectureRules() {
    }

    /** {@return the rule that the features below a package form no cycles} */
    public static ArchRule featuresFormNoCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /**
     * Checks the rules of all modules on what a module builds below a package; its tests are left out.
     *
     * @throws AssertionError if a rule is broken; the message names each place
     */
    public static void check(String basePackage) {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        if (classes.isEmpty()) {
            throw new AssertionError("There are no classes in " + basePackage);
        }
        List<ArchRule> rules = List.of(ONLY_TRANSACTIONS_WRITE, ONLY_THE_RELAY_SENDS, THE_KIT_KNOWS_NO_SERVICE,
                ONLY_RESOURCES_SPEAK_REST, REST_PARAMETERS_HAVE_ONE_STYLE, ENTITIES_GUARD_THEMSELVES,
                featuresFormNoCycles(basePackage));
        rules.forEach(rule -> rule.check(classes));
    }

    /** A record inside a resource is the resource's. */
    private static DescribedPredicate<JavaClass> areNeitherResourceNorKit() {
        return DescribedPredicate.describe("are neither resources nor the kit's",
                found -> !found.getPackageName().startsWith("org.prefstream.kit")
                        && !outermost(found).getSimpleName().endsWith("Resource"));
    }

    private static JavaClass outermost(JavaClass found) {
        JavaClass outermost = found;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost;
    }
}
