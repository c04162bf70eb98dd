package ai.withcortex.trial.schema;

import static java.util.Objects.requireNonNull;

import ai.withcortex.spec.JsonTree;
import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Member;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Null;
import ai.withcortex.spec.JsonTree.Text;
import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.Choice;
import ai.withcortex.spec.SpecType.Day;
import ai.withcortex.spec.SpecType.Decimal;
import ai.withcortex.spec.SpecType.Flag;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Rounded;
import ai.withcortex.spec.SpecType.Time;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.spec.SpecType.Whole;
import java.util.ArrayList;
import java.util.List;

/** Makes JSON of any type. */
public final class Samples {
  /** How many objects inside each other have all their properties; those inside have only few. */
  private static final int MAX_LEVELS = 2;

  private final Kind kind;

  /** Which properties and values a sample has. */
  public enum Kind {
    /** All properties, which are not null. */
    ALL,
    /** Only required properties. */
    REQUIRED,
    /** All properties, which are null if that is possible. */
    NULLS,
    /**
     * Unlisted properties, values, and labels, values of other kinds in optional properties, and
     * values that are easily changed.
     */
    UNUSUAL
  }

  private Samples(Kind kind) {
    this.kind = kind;
  }

  /**
   * Returns a sample of a type.
   *
   * @param name what the sample is for, which appears in texts, so that no two are the same
   */
  public static JsonTree of(SpecType type, Kind kind, String name) {
    return new Samples(kind).value(type, name, 0);
  }

  /** Returns a sample of a variant of a union, which has all its properties. */
  public static JsonTree variant(Union union, String label) {
    return new Samples(Kind.ALL).object(requireNonNull(union.variants().get(label)), 0);
  }

  private JsonTree value(SpecType type, String name, int level) {
    if (type instanceof ListOf list) {
      return elements(list, name, level);
    } else if (type instanceof MapOf map) {
      return members(map, level);
    } else if (type instanceof Model model) {
      return object(model, level);
    } else if (type instanceof Union union) {
      return variant(union, level);
    } else if (type instanceof Choice choice) {
      return choice(choice);
    } else if (type instanceof Flag) {
      return new Bool(kind == Kind.ALL);
    }
    return isNumber(type) ? new Digits(digits(type)) : text(type, name);
  }

  private static boolean isNumber(SpecType type) {
    return type instanceof Whole || type instanceof Decimal || type instanceof Rounded;
  }

  private String digits(SpecType type) {
    if (type instanceof Whole whole) {
      return switch (kind) {
        case ALL, NULLS -> whole.bits() == 64 ? "9007199254740993" : "2147483647";
        case REQUIRED -> "-1";
        case UNUSUAL -> "7.0e2";
      };
    } else if (type instanceof Rounded) {
      return kind == Kind.UNUSUAL ? "-0.25e2" : "12.5";
    }
    return switch (kind) {
      case ALL, NULLS -> "12.50";
      case REQUIRED -> "0";
      case UNUSUAL -> "1234567890123456789012345678901234567890.1234567890";
    };
  }

  private JsonTree text(SpecType type, String name) {
    if (type instanceof Free) {
      return free();
    } else if (type instanceof Time) {
      boolean isUnusual = kind == Kind.UNUSUAL;
      return new Text(isUnusual ? "2024-02-29T23:30:00.120000009+05:30" : "2024-02-29T12:34:56Z");
    } else if (type instanceof Day) {
      return new Text("2024-02-29");
    }
    return new Text(kind == Kind.UNUSUAL ? "\"\\/\u0000\u2028é\ud83d\ude00" : "the " + name);
  }

  private JsonTree free() {
    return switch (kind) {
      case ALL -> new Members(List.of(new Member("any", new Elements(List.of(new Digits("1.0"))))));
      case REQUIRED -> new Text("any");
      case NULLS -> new Null();
      case UNUSUAL -> new Digits("1E400");
    };
  }

  private Text choice(Choice choice) {
    int last = choice.values().size() - 1;
    boolean isUnlisted = kind == Kind.UNUSUAL && last > 0;
    return new Text(isUnlisted ? "not listed" : choice.values().get(kind == Kind.ALL ? last : 0));
  }

  private Elements elements(ListOf list, String name, int level) {
    boolean isEmpty = kind == Kind.REQUIRED || kind == Kind.NULLS || level > MAX_LEVELS;
    return new Elements(isEmpty ? List.of() : several(list.elements(), name, level));
  }

  private List<JsonTree> several(SpecType type, String name, int level) {
    return List.of(
        value(type, "first of " + name, level + 1), value(type, "last of " + name, level + 1));
  }

  private Members members(MapOf map, int level) {
    if (kind == Kind.REQUIRED || kind == Kind.NULLS || level > MAX_LEVELS) {
      return new Members(List.of());
    }
    String name = kind == Kind.UNUSUAL ? "" : "a \"key\"";
    return new Members(List.of(new Member(name, value(map.values(), "entry", level + 1))));
  }

  private JsonTree variant(Union union, int level) {
    List<String> labels = List.copyOf(union.variants().keySet());
    if (kind == Kind.UNUSUAL) {
      List<Member> members = new ArrayList<>(object(union.base(), level).list());
      members.removeIf(member -> member.name().equals(union.discriminator()));
      members.add(new Member(union.discriminator(), new Text("not listed")));
      return new Members(members);
    }
    String label = labels.get(kind == Kind.ALL ? labels.size() - 1 : 0);
    return object(requireNonNull(union.variants().get(label)), level);
  }

  private Members object(Model model, int level) {
    List<Member> members = new ArrayList<>();
    model
        .properties()
        .forEach(
            (name, property) -> {
              boolean isLeftOut = kind == Kind.REQUIRED || level > MAX_LEVELS;
              if (property.required() || !isLeftOut) {
                members.add(new Member(name, property(name, property, level)));
              }
            });
    if (kind == Kind.UNUSUAL) {
      members.add(new Member("not listed", new Elements(List.of(new Null(), new Digits("1.0")))));
    }
    return new Members(members);
  }

  private JsonTree property(String name, Property property, int level) {
    if (kind == Kind.NULLS && property.nullable()) {
      return new Null();
    }
    boolean isOfOtherKind = kind == Kind.UNUSUAL && !property.required() && name.length() % 2 == 0;
    return isOfOtherKind ? otherKind(property.type()) : value(property.type(), name, level + 1);
  }

  private static JsonTree otherKind(SpecType type) {
    boolean isText =
        !isNumber(type) && !(type instanceof Flag) && type.fits(new Text("2024-02-29"));
    return isText ? new Digits("1.0") : new Text("of another kind");
  }
}
