package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Null;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.SpecType.Choice;
import ai.withcortex.spec.SpecType.Decimal;
import ai.withcortex.spec.SpecType.Flag;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Time;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.spec.SpecType.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Generates random values of the types in the spec, with the additions that it allows. */
final class RandomTypes {
  /** The depth beyond which typed collections are empty, so that recursive types end. */
  private static final int DEEP = 12;

  private static final List<Integer> RATES = List.of(0, 3, 12, 40);

  private final Chance chance;
  private final RandomScalars scalars;
  private final RandomValues values;

  /** The percentage of places with something that the spec does not list. */
  private final int additions;

  /** The percentage of optional properties that are present. */
  private final int present;

  private final boolean isBig;

  RandomTypes(Chance chance) {
    this.chance = chance;
    this.scalars = new RandomScalars(chance);
    this.values = new RandomValues(chance, scalars);
    this.additions = chance.oneOf(RATES);
    this.present = chance.oneOf(List.of(10, 50, 90));
    this.isBig = chance.below(1_000) == 0;
  }

  /**
   * Returns a value.
   *
   * @param depth the number of containers around the value
   */
  JsonTree value(SpecType type, int depth) {
    if (type instanceof Free) {
      return values.value(depth);
    } else if (type instanceof Flag) {
      return new Bool(chance.percent(50));
    } else if (type instanceof Whole whole) {
      return scalars.whole(whole.bits());
    } else if (type instanceof Decimal) {
      return scalars.decimal();
    } else if (type instanceof Time) {
      return scalars.time();
    } else if (type instanceof Choice choice) {
      return choice(choice);
    } else if (type instanceof ListOf list) {
      return elements(list, depth + 1);
    } else if (type instanceof MapOf map) {
      return map(map, depth + 1);
    } else if (type instanceof Model model) {
      return model(model, depth + 1);
    } else if (type instanceof Union union) {
      return variant(union, depth + 1);
    }
    return new Text(scalars.characters(Feature.LONE_SURROGATE_IN_STRING));
  }

  private Text choice(Choice choice) {
    if (choice.values().size() > 1 && chance.take(Feature.UNKNOWN_VALUE_OF_ENUM, additions)) {
      return new Text(
          chance.percent(50) ? "pending" : scalars.characters(Feature.LONE_SURROGATE_IN_ENUM));
    }
    String value = chance.oneOf(choice.values());
    chance.parts.add(choice.name() + " = " + value);
    return new Text(value);
  }

  private Elements elements(ListOf type, int depth) {
    List<JsonTree> elements = new ArrayList<>();
    for (int i = count(depth); i > 0; i--) {
      elements.add(value(type.elements(), depth));
    }
    if (elements.isEmpty()) {
      chance.take(Feature.EMPTY_LIST);
    }
    return new Elements(elements);
  }

  private Members map(MapOf type, int depth) {
    List<Member> members = new ArrayList<>();
    for (int i = count(depth); i > 0; i--) {
      String name = scalars.name(Feature.LONE_SURROGATE_IN_KEY);
      if (RandomValues.isNew(name, members) || chance.take(Feature.REPEATED_KEY)) {
        members.add(new Member(name, value(type.values(), depth)));
      }
    }
    if (members.isEmpty()) {
      chance.take(Feature.EMPTY_MAP);
    }
    return new Members(members);
  }

  private int count(int depth) {
    if (depth > DEEP) {
      return 0;
    }
    return isBig && depth < 6 ? 10 + chance.below(30) : chance.below(chance.percent(5) ? 6 : 2);
  }

  private JsonTree variant(Union union, int depth) {
    if (chance.take(Feature.UNKNOWN_VARIANT, additions)) {
      List<Member> members = new ArrayList<>(model(union.base(), depth).list());
      String label =
          chance.percent(50) ? "agent" : scalars.characters(Feature.LONE_SURROGATE_IN_LABEL);
      members.replaceAll(
          member ->
              member.name().equals(union.discriminator())
                  ? new Member(member.name(), new Text(label))
                  : member);
      return new Members(members);
    }
    String label = chance.oneOf(List.copyOf(union.variants().keySet()));
    chance.parts.add(union.name() + ": " + label);
    Members variant = model(union.variants().get(label), depth);
    if (!variant.list().get(0).name().equals(union.discriminator())) {
      chance.take(Feature.LABEL_NOT_FIRST);
    }
    return variant;
  }

  private Members model(Model model, int depth) {
    List<Member> members = new ArrayList<>();
    model.properties().forEach((name, property) -> add(model, name, property, depth, members));
    while (chance.take(Feature.UNKNOWN_PROPERTY, additions)) {
      String name = scalars.name(Feature.LONE_SURROGATE_IN_UNKNOWN_NAME);
      if (!model.properties().containsKey(name)
          && (RandomValues.isNew(name, members)
              || chance.take(Feature.REPEATED_UNKNOWN_PROPERTY))) {
        members.add(new Member(name, values.value(depth)));
      }
    }
    if (chance.percent(50) && chance.take(Feature.SHUFFLED)) {
      Collections.shuffle(members, chance.random);
    }
    if (chance.percent(additions)) {
      repeat(model, depth, members);
    }
    return new Members(members);
  }

  private void add(Model model, String name, Property property, int depth, List<Member> members) {
    if (!property.required() && !chance.percent(present)) {
      absent(property);
      return;
    }
    chance.parts.add(model.name() + "." + name);
    JsonTree value = null;
    if (property.required()) {
      boolean isNull = property.nullable() && chance.take(Feature.REQUIRED_NULL, 40);
      value = isNull ? new Null() : null;
    } else if (chance.percent(additions)) {
      value = misfit(property);
    } else if (property.nullable() && chance.take(Feature.OPTIONAL_NULLABLE_NULL, 30)) {
      value = new Null();
    }
    members.add(new Member(name, value == null ? value(property.type(), depth) : value));
  }

  private void absent(Property property) {
    chance.take(property.nullable() ? Feature.OPTIONAL_NULLABLE_ABSENT : Feature.OPTIONAL_ABSENT);
    if (property.type() instanceof ListOf || property.type() instanceof MapOf) {
      chance.take(Feature.COLLECTION_ABSENT);
    }
  }

  /**
   * Returns a value that does not fit an optional property, which must keep it as received; null if
   * there is none.
   */
  private JsonTree misfit(Property property) {
    SpecType type = property.type();
    if (type instanceof Free) {
      return null;
    } else if (type instanceof Whole whole && chance.take(Feature.REFUSED_INTEGER, 50)) {
      return scalars.refusedInteger(whole.bits());
    } else if (type instanceof Decimal && chance.take(Feature.REFUSED_DECIMAL, 50)) {
      return scalars.refusedDecimal();
    } else if (type instanceof Time && chance.take(Feature.REFUSED_TIMESTAMP, 50)) {
      return scalars.refusedTime();
    } else if (!property.nullable() && chance.take(Feature.OPTIONAL_NULL, 30)) {
      return new Null();
    }
    JsonTree value = values.value(RandomValues.MAX_DEPTH);
    boolean isOfOtherKind = !isOfTheKind(type, value) && !(value instanceof Null);
    return isOfOtherKind && chance.take(Feature.OTHER_KIND) ? value : null;
  }

  private static boolean isOfTheKind(SpecType type, JsonTree value) {
    if (type instanceof Whole || type instanceof Decimal) {
      return value instanceof Digits;
    }
    return type instanceof Time ? value instanceof Text : type.fits(value);
  }

  /** Repeats a listed property in a random place, with a different value. */
  private void repeat(Model model, int depth, List<Member> members) {
    Member member = members.isEmpty() ? null : chance.oneOf(members);
    Property property = member == null ? null : model.properties().get(member.name());
    if (property == null || property.nullable() || isLabel(property)) {
      return;
    }
    JsonTree value = property.required() ? null : misfit(property);
    boolean bothFit = value == null && property.fits(member.value());
    Feature feature =
        bothFit ? Feature.REPEATED_PROPERTY : Feature.REPEATED_PROPERTY_THAT_DOES_NOT_FIT;
    if (chance.take(feature)) {
      members.add(
          chance.below(members.size() + 1),
          new Member(member.name(), value == null ? value(property.type(), depth) : value));
    }
  }

  /**
   * Returns whether a property is a label. Labels are not repeated, because the rules do not say
   * which of them counts.
   */
  private static boolean isLabel(Property property) {
    return property.type() instanceof Choice choice
        && (choice.values().size() == 1 || choice.name().equals("StepType"));
  }
}
