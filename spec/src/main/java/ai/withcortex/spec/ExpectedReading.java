package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Null;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Union;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Predicts what a client must do with a JSON document: either the document that it must write after
 * reading this one, without repeated names in typed places, or a rejection.
 *
 * <p>This is a second implementation of the rules in docs/architecture.md, based on trees.
 */
public final class ExpectedReading {
  /** Cases in which the rules do not say what a client does. */
  public enum Doubt {
    /** A required property that occurs twice, once with a value that does not fit. */
    REPEATED_REQUIRED,
    /** A nullable property that occurs twice, once as null. */
    REPEATED_NULL,
    /** The label of a union, if it occurs twice. */
    REPEATED_LABEL
  }

  private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

  private ExpectedReading() {}

  /** Returns the expected outcome for a JSON document. */
  public static Outcome of(SpecType type, JsonTree json) {
    ExpectedReading reading = new ExpectedReading();
    try {
      JsonTree read = reading.read(type, json, "");
      return new Outcome(Optional.of(read), "", reading.doubts);
    } catch (Refused e) {
      return new Outcome(Optional.empty(), e.getMessage(), reading.doubts);
    }
  }

  /**
   * The expected outcome of reading a document and writing it again.
   *
   * @param read the document that is written; empty if the input is rejected
   * @param refusal where and why the input is rejected; empty if it is accepted
   * @param doubts the cases that the rules leave open; if there are any, other outcomes are also
   *     possible
   */
  public record Outcome(Optional<JsonTree> read, String refusal, Set<Doubt> doubts) {}

  private JsonTree read(SpecType type, JsonTree value, String pointer) throws Refused {
    if (!type.fits(value)) {
      throw new Refused(pointer + " is not of the type " + type);
    } else if (type instanceof ListOf list) {
      List<JsonTree> elements = new ArrayList<>();
      for (JsonTree element : ((Elements) value).list()) {
        elements.add(read(list.elements(), element, pointer + "/" + elements.size()));
      }
      return new Elements(elements);
    } else if (type instanceof MapOf map) {
      Map<String, JsonTree> members = new LinkedHashMap<>();
      for (Member member : ((Members) value).list()) {
        members.put(
            member.name(), read(map.values(), member.value(), pointer + "/" + member.name()));
      }
      return members(members);
    } else if (type instanceof Model model) {
      return model(model, (Members) value, pointer);
    } else if (type instanceof Union union) {
      return variant(union, (Members) value, pointer);
    }
    return value;
  }

  private JsonTree variant(Union union, Members value, String pointer) throws Refused {
    List<JsonTree> labels =
        value.list().stream()
            .filter(member -> member.name().equals(union.discriminator()))
            .map(Member::value)
            .toList();
    if (labels.size() > 1) {
      doubts.add(Doubt.REPEATED_LABEL);
    }
    Model variant =
        !labels.isEmpty() && labels.get(0) instanceof Text label
            ? union.variants().get(label.characters())
            : null;
    if (variant != null) {
      return model(variant, value, pointer);
    }
    JsonTree unused = model(union.base(), value, pointer);
    return value;
  }

  private JsonTree model(Model model, Members value, String pointer) throws Refused {
    Map<String, JsonTree> kept = new LinkedHashMap<>();
    Set<String> fitting = new HashSet<>();
    noteDoubts(model, value);
    for (Member member : value.list()) {
      String name = member.name();
      Property property = model.properties().get(name);
      if (property == null) {
        kept.put(name, member.value());
      } else if (property.fits(member.value())) {
        fitting.add(name);
        SpecType type = property.type().fits(member.value()) ? property.type() : new Free();
        kept.put(name, read(type, member.value(), pointer + "/" + name));
      } else if (property.required()) {
        throw new Refused(pointer + "/" + name + " does not fit");
      } else if (!fitting.contains(name)) {
        kept.put(name, member.value());
      }
    }
    for (Map.Entry<String, Property> property : model.properties().entrySet()) {
      if (property.getValue().required() && !fitting.contains(property.getKey())) {
        throw new Refused(pointer + "/" + property.getKey() + " is missing");
      }
    }
    return members(kept);
  }

  private void noteDoubts(Model model, Members value) {
    Set<String> names = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    value.list().stream().map(Member::name).filter(n -> !names.add(n)).forEach(repeated::add);
    for (Member member : value.list()) {
      Property property = model.properties().get(member.name());
      if (property != null && repeated.contains(member.name())) {
        if (property.required() && !property.fits(member.value())) {
          doubts.add(Doubt.REPEATED_REQUIRED);
        }
        if (property.nullable() && member.value() instanceof Null) {
          doubts.add(Doubt.REPEATED_NULL);
        }
      }
    }
  }

  private static Members members(Map<String, JsonTree> members) {
    List<Member> list = new ArrayList<>();
    members.forEach((name, value) -> list.add(new Member(name, value)));
    return new Members(list);
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message, null, false, false);
    }
  }
}
