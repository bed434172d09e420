package fr.duret.permanence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may use whom; the same table as in `docs/architecture.md`. Every rule is also shown to bite.
class ArchitectureTest {

  private static final String ROOT = "fr.duret.permanence";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /// Each package, and the packages of ours that it may use.
  private static final Map<String, Set<String>> ALLOWED = allowed();

  private static Map<String, Set<String>> allowed() {
    Map<String, Set<String>> table = new TreeMap<>();
    table.put("message", Set.of());
    table.put("calendar", Set.of());
    table.put("yaml", Set.of());
    table.put("planning", Set.of());
    table.put("settings", Set.of("yaml"));
    table.put("geo", Set.of());
    table.put("company", Set.of("calendar", "geo", "message", "yaml"));
    table.put("store", Set.of());
    table.put("templates", Set.of("message"));
    table.put("http", Set.of("store"));
    table.put("journal", Set.of("message", "store"));
    table.put("agenda", Set.of("journal", "store"));
    table.put("outbox", Set.of("journal", "message", "store"));
    table.put("understanding", Set.of("calendar"));
    table.put("clients", Set.of("geo", "message", "store"));
    table.put("technicians", Set.of("calendar", "company", "store"));
    table.put(
        "booking",
        Set.of(
            "calendar",
            "clients",
            "company",
            "geo",
            "message",
            "planning",
            "store",
            "technicians"));
    table.put("desk", Set.of("calendar", "company", "message", "outbox", "store", "templates"));
    table.put("gate", Set.of("calendar", "message", "outbox", "store"));
    table.put(
        "outreach",
        Set.of(
            "agenda",
            "booking",
            "calendar",
            "clients",
            "company",
            "desk",
            "journal",
            "message",
            "templates"));
    table.put(
        "emergency",
        Set.of("agenda", "company", "desk", "journal", "message", "store", "templates"));
    table.put(
        "conversation",
        Set.of(
            "agenda",
            "booking",
            "calendar",
            "clients",
            "company",
            "desk",
            "emergency",
            "geo",
            "journal",
            "message",
            "outbox",
            "store",
            "templates",
            "understanding",
            "yaml"));
    table.put("demo", Set.of("booking", "clients", "company", "technicians"));
    table.put("channel", Set.of("http", "journal", "message", "outbox", "settings", "store"));
    table.put("api", Set.of("booking", "clients", "desk", "http", "journal", "message", "outbox"));
    return table;
  }

  private static Set<String> allowed(String name) {
    return ALLOWED.getOrDefault(name, Set.of());
  }

  static Stream<String> packages() {
    return ALLOWED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatItMay(String name) {
    assertThat(inPackage(name)).as("classes in %s", name).isNotEmpty();
    usesOnly(name, allowed(name)).check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void theRuleOfEachPackageThatUsesAnotherBites(String name) {
    Set<String> used = used(name);
    if (used.isEmpty()) {
      assertThat(allowed(name)).as("%s uses nothing of ours", name).isEmpty();
      return;
    }
    assertThatThrownBy(() -> usesOnly(name, Set.of()).check(CLASSES))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void thePermissionsOfAPackageAreAllUsed(String name) {
    assertThat(used(name)).containsExactlyInAnyOrderElementsOf(allowed(name));
  }

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> known = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      slice(each).ifPresent(known::add);
    }
    assertThat(known).isEqualTo(ALLOWED.keySet());
  }

  @Test
  void thePackagesAreWithoutCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void understandingAndPlanningDoNoInputOutput() {
    ioIn("understanding", "planning").check(CLASSES);
    assertThatThrownBy(() -> ioIn("http").check(CLASSES)).isInstanceOf(AssertionError.class);
  }

  @Test
  void onlyTheRootReadsTheMachinesClock() {
    noClock("..").check(CLASSES);
  }

  private static ArchRule ioIn(String... names) {
    String[] packages =
        Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "java.net..", "java.nio.file..", "com.mongodb..");
  }

  private static ArchRule noClock(String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .and()
        .resideOutsideOfPackage(ROOT)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static List<JavaClass> inPackage(String name) {
    List<JavaClass> found = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      if (slice(each).filter(name::equals).isPresent()) {
        found.add(each);
      }
    }
    return found;
  }

  private static Set<String> used(String name) {
    Set<String> used = new TreeSet<>();
    for (JavaClass each : inPackage(name)) {
      each.getDirectDependenciesFromSelf()
          .forEach(dependency ->
              slice(dependency.getTargetClass())
                  .filter(other -> !other.equals(name))
                  .ifPresent(used::add));
    }
    return used;
  }

  private static Optional<String> slice(JavaClass each) {
    String name = each.getBaseComponentType().getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return Optional.empty();
    }
    String rest = name.substring(ROOT.length() + 1);
    int dot = rest.indexOf('.');
    return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
  }

  private static ArchRule usesOnly(String name, Set<String> others) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of ours and not in " + others,
                each ->
                    each.getBaseComponentType().getPackageName().startsWith(ROOT)
                        && slice(each)
                            .filter(o -> o.equals(name) || others.contains(o))
                            .isEmpty()));
  }
}
