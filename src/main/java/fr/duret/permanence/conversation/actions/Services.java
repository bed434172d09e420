package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.understanding.Motive;
import java.util.List;

/// The company's names for what is understood and for what is stored.
record Services(Company company) {

  /// The kind of service that a motive asks for.
  static String kindOf(Motive motive) {
    return switch (motive) {
      case MAINTENANCE -> "entretien";
      case REPAIR -> "depannage";
      case SMALL_WORKS -> "petits-travaux";
      case SPECIALISED -> "visite-specialisee";
      case QUOTE_VISIT -> "devis";
    };
  }

  /// What a kind is called in a sentence; the kind itself if the company file has lost it.
  String label(String kind) {
    return company.service(kind).map(ServiceKind::label).orElse(kind);
  }

  /// The windows that a kind may be promised in.
  List<Hours> windows(String kind) {
    return company.service(kind).map(ServiceKind::windows).orElse(List.of());
  }

  /// Whether the text names somebody who works for us.
  ///
  /// @param before the word that must stand before the name; empty if none need
  boolean namesTechnician(String text, String before) {
    return company.technicians().stream()
        .map(TechnicianSpec::firstName)
        .anyMatch(name -> Words.contains(text, (before + " " + name).strip()));
  }

  /// A technician's first name; his id if he has left the company file.
  String technician(String id) {
    return company.technician(id).map(TechnicianSpec::firstName).orElse(id);
  }
}
