package ai.withcortex.codegen.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ClassNamesTest {
  private final ClassNames classes = new ClassNames();

  @Test
  void onlyAmbiguousNamesAreQualified() {
    classes.declare("model", NameMark.mark("List"));
    assertResolved(
        """
        package api;

        import java.util.List;
        import java.util.Map;
        import model.List@;

        interface A@Api {
          @Nullable Map<String, @Nullable List<List@>> list(List<String> list);
        }
        """,
        """
        package api;

        import java.util.Map;
        import model.List;

        interface AApi {
          @Nullable Map<String, java.util.@Nullable List<List>> list(java.util.List<String> list);
        }
        """);
  }

  @Test
  void nestedClassKeepsItsName() {
    classes.declare("model", NameMark.mark("Part"));
    assertResolved(
        """
        package api;

        import okhttp3.MultipartBody;
        import retrofit2.http.Part;
        import model.Part@;

        interface A {
          void a(@Part("m") @Nullable Part@ m, @Part MultipartBody.@Nullable Part f);
        }
        """,
        """
        package api;

        import okhttp3.MultipartBody;
        import model.Part;

        interface A {
          void a(@retrofit2.http.Part("m") @Nullable Part m,\
         @retrofit2.http.Part MultipartBody.@Nullable Part f);
        }
        """);
  }

  @Test
  void importsEndAtTheirSemicolon() {
    classes.declare("model", NameMark.mark("List"));
    assertResolved(
        """
        import model.Run@;
        import java.util.List;

        /** No dot before the next semicolon */
        interface A {
          Call<Run@> call();
        }
        """,
        """
        import model.Run;
        import java.util.List;

        /** No dot before the next semicolon */
        interface A {
          Call<Run> call();
        }
        """);
  }

  @Test
  void textIsNotChanged() {
    classes.declare("model", NameMark.mark("List"));
    assertResolved(
        """
        import java.util.List;

        /** A List, see {@link List}. */
        class A {
          String a = "List \\" List"; // List
          char b = '"';
          List@ c = Known.List + a::List + List();
        }
        """,
        """

        /** A List, see {@link java.util.List}. */
        class A {
          String a = "List \\" List"; // List
          char b = '"';
          List c = Known.List + a::List + List();
        }
        """);
  }

  @Test
  void classOfThePackageHidesThatOfJavaLang() {
    classes.declare("model", NameMark.mark("AssertionError"));
    assertResolved(
        "package model;\n\nclass A { Error a = new AssertionError(b); }\n",
        "package model;\n\nclass A { Error a = new java.lang.AssertionError(b); }\n");
    assertResolved(
        "package api;\n\nclass A { Error a = new AssertionError(b); }\n",
        "package api;\n\nclass A { Error a = new AssertionError(b); }\n");
  }

  @Test
  void inheritedTypeHidesTheClassOfThePackage() {
    classes.declare("model", NameMark.mark("Factory"));
    assertResolved(
        """
        package model;

        class Factory@ {
          Factory@() {}
          @Nullable Factory@ a;
          Factory@Other b;
        }
        """,
        """
        package model;

        class Factory {
          Factory() {}
          model.@Nullable Factory a;
          FactoryOther b;
        }
        """);
  }

  /** Writes the mark as {@code @} after a letter. */
  private void assertResolved(String source, String expected) {
    assertEquals(expected, classes.resolve(source.replaceAll("(?<=[A-Za-z])@", NameMark.MARK)));
  }
}
