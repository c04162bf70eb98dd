import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.parameter.Delimited;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.RetryPolicy;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import library.api.BooksApi;
import library.api.CatalogueApi;
import library.api.DefaultApi;
import library.api.ListBooksByListsOptions;
import library.api.ListBooksOptions;
import library.api.LoansApi;
import library.api.RenewLoanOptions;
import library.model.Book;
import library.model.BookChange;
import library.model.Conflict;
import library.model.Disc;
import library.model.Genre;
import library.model.Invalid;
import library.model.Lendable;
import library.model.ModelJsonAdapterFactory;
import library.model.PrintedBook;
import library.model.Problem;
import library.model.Reader;
import library.model.Renewal;
import library.model.Rights;
import library.model.Room;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import retrofit2.Call;

/** Code of a user of the generated client. Takes a base URL and the name of a call. */
public final class Probe implements BinaryOperator<String> {
  private static final String OWNER = "6f1c7e58-27b4-4f0c-9d3e-1f8c0a4b5d6e";
  private static final Instant AT = Instant.parse("2024-02-29T12:30:00.5Z");
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
  private static final Book DUNE =
      Book.builder()
          .title("Dune")
          .price(new BigDecimal("9.90"))
          .genre(Genre.SCIENCE_FICTION)
          .build();

  private final Moshi moshi = new Moshi.Builder().add(ModelJsonAdapterFactory.create()).build();
  private final Map<String, Supplier<String>> calls = new TreeMap<>();
  private CortexTransport transport;

  @Override
  public String apply(String baseUrl, String name) {
    CortexConfiguration configuration =
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl(baseUrl)
            .retryPolicy(RetryPolicy.none())
            .build();
    try (CortexTransport opened = CortexTransport.create(configuration, moshi)) {
      transport = opened;
      find(opened.api(BooksApi.class));
      list(opened.api(BooksApi.class));
      listByLists(opened.api(BooksApi.class));
      write(opened.api(BooksApi.class));
      upload(opened.api(BooksApi.class));
      change(opened.api(BooksApi.class));
      fail(opened.api(BooksApi.class));
      lookUp(opened.api(CatalogueApi.class));
      lend(opened.api(LoansApi.class));
      signIn(opened.api(DefaultApi.class));
      return calls.get(name).get();
    } catch (CortexException | IllegalArgumentException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private <T> T body(Call<T> call) {
    return transport.execute(call).body();
  }

  private void text(String name, Supplier<Call<?>> call) {
    calls.put(name, () -> body(call.get()).toString());
  }

  private void status(String name, Supplier<Call<Void>> call) {
    calls.put(name, () -> String.valueOf(transport.execute(call.get()).status()));
  }

  private void title(String name, Supplier<Call<Book>> call) {
    calls.put(name, () -> body(call.get()).title());
  }

  private void titles(String name, Supplier<Call<List<Book>>> call) {
    calls.put(name, () -> body(call.get()).stream().map(Book::title).toList().toString());
  }

  @SafeVarargs
  private static <T> Delimited<T> joined(T... values) {
    List<T> list = new ArrayList<>();
    for (T value : values) {
      list.add(value);
    }
    return Delimited.of(list);
  }

  private void find(BooksApi api) {
    title("getBook.reserved", () -> api.getBook("a/b c?d#e%f+g;h,i:j@k&l=mé☃"));
    title("getBook.missing", () -> api.getBook("b1"));
    status("headBook", () -> api.headBook("b1"));
    status("headBook.missing", () -> api.headBook("b1"));
    calls.put(
        "getSeveralBooks",
        () -> body(api.getSeveralBooks(joined("a,b", "c/d", "é"))).keySet().toString());
    text("getSeveralBooks.none", () -> api.getSeveralBooks(joined()));
  }

  @SuppressWarnings("deprecation") // Deprecated methods work until they are removed.
  private void list(BooksApi api) {
    text("listPopularBooks", () -> api.listPopularBooks());
    titles(
        "listBooks",
        () ->
            api.listBooks(
                true,
                "C++ & \"é\" = 100%/☃",
                7,
                1L << 53,
                new BigDecimal("12.50"),
                0.1,
                DAY,
                AT,
                OWNER,
                Genre.SCIENCE_FICTION,
                "",
                "3-453-18567-5"));
    titles(
        "listBooks.required",
        () ->
            api.listBooks(false, null, null, null, null, null, null, null, null, null, null, null));
    titles(
        "listBooks.options",
        () ->
            ListBooksOptions.builder()
                .text("C++ & \"é\" = 100%/☃").minPages(7).afterId(1L << 53)
                .maxPrice(new BigDecimal("12.50")).minRating(0.1).published(DAY)
                .changedSince(AT).owner(OWNER).genre(Genre.SCIENCE_FICTION).sort("")
                .isbn10("3-453-18567-5")
                .build()
                .call(api, true));
    titles("listBooks.no-options", () -> ListBooksOptions.builder().build().call(api, false));
    titles(
        "listBooks.below-the-least",
        () -> ListBooksOptions.builder().minPages(0).build().call(api, false));
  }

  private void listByLists(BooksApi api) {
    titles(
        "listBooksByLists",
        () ->
            api.listBooksByLists(
                joined("Eco, Umberto", "Le Guin", "Čapek|&=+"),
                List.of("a,b", "c d"),
                joined(1L, 2L),
                joined(DAY, DAY.plusDays(1)),
                joined(Genre.POEM, Genre.NOVEL),
                List.of(1, 2),
                joined("north", "south side")));
    titles(
        "listBooksByLists.empty",
        () ->
            api.listBooksByLists(
                joined(), List.of(), joined(), joined(), joined(), List.of(), joined()));
    titles(
        "listBooksByLists.required",
        () -> api.listBooksByLists(joined("Eco"), null, null, null, null, null, null));
    titles(
        "listBooksByLists.pipe-in-value",
        () ->
            api.listBooksByLists(
                joined("Eco"), null, null, null, joined(Genre.of("a|b")), null, null));
    titles(
        "listBooksByLists.comma-in-header",
        () -> api.listBooksByLists(joined("Eco"), null, null, null, null, null, joined("a,b")));
    ListBooksByListsOptions options =
        ListBooksByListsOptions.builder()
            .addTag("a,b", "c d")
            .addId(1, 2)
            .addDay(DAY, DAY.plusDays(1))
            .addGenre(Genre.POEM, Genre.NOVEL)
            .addShelf(1, 2)
            .addXBranches("north", "south side")
            .build();
    titles(
        "listBooksByLists.options",
        () -> options.call(api, joined("Eco, Umberto", "Le Guin", "Čapek|&=+")));
    titles(
        "listBooksByLists.no-options",
        () -> ListBooksByListsOptions.builder().build().call(api, joined("Eco")));
    titles(
        "listBooksByLists.too-few",
        () -> options.toBuilder().id(List.of(7L)).build().call(api, joined("Eco")));
  }

  private void write(BooksApi api) {
    calls.put(
        "addBook",
        () -> {
          ApiResponse<Book> answer = transport.execute(api.addBook(DUNE));
          return answer.status() + " " + answer.header("Location") + " " + answer.body().id();
        });
    text("importBooks", () -> api.importBooks(List.of(DUNE, Book.builder().title("Ubik").build())));
    text("importBooks.none", () -> api.importBooks(List.of()));
    text("importBooks.odd-answer", () -> api.importBooks(List.of()));
    title("replaceBook", () -> api.replaceBook("b1", "\"v7\"", DUNE));
    status("removeBook", () -> api.removeBook("b1"));
  }

  private void upload(BooksApi api) {
    status(
        "uploadCover",
        () ->
            api.uploadCover(
                "b1",
                640,
                file("picture", "cover é.png", "image/png", "PNG"),
                "A \"cover\" – ☃",
                DAY,
                Rights.builder().holder("Ann").build(),
                List.of("red", "a,b"),
                List.of(
                    file("details", "1.jpg", "image/jpeg", "one"),
                    file("details", "2.jpg", "image/jpeg", "two"))));
    status(
        "uploadCover.required",
        () ->
            api.uploadCover(
                "b1",
                1,
                file("picture", "c.png", "image/png", "PNG"),
                "c",
                null,
                null,
                null,
                null));
  }

  private static MultipartBody.Part file(String part, String name, String type, String content) {
    return MultipartBody.Part.createFormData(
        part, name, RequestBody.create(content.getBytes(), MediaType.get(type)));
  }

  @SuppressWarnings("deprecation") // Deprecated methods work until they are removed.
  private void change(BooksApi api) {
    change(api, "changeBook", BookChange.builder().title("Dune").clearPrice());
    change(api, "changeBook.nothing", BookChange.builder());
    change(
        api,
        "changeBook.clears-all",
        BookChange.builder()
            .clearPrice()
            .clearPages()
            .clearIsbn10()
            .clearGenre()
            .clearTags()
            .clearNotes()
            .clearReader());
    change(
        api,
        "changeBook.sets-all",
        BookChange.builder()
            .title("t")
            .price(BigDecimal.ONE)
            .pages(2)
            .isbn10("3")
            .genre(Genre.POEM)
            .addTag("a")
            .putNote("n", "o")
            .reader(Reader.builder().name("Ann").clearPhone().build()));
    change(
        api,
        "changeBook.last-word",
        BookChange.builder()
            .price(BigDecimal.ONE)
            .clearPrice()
            .clearPages()
            .pages(2)
            .addTag("a")
            .clearTags());
    change(
        api,
        "changeBook.as-read",
        read("{\"title\":\"t\",\"price\":null,\"later\":[1.0]}").toBuilder().pages(2));
  }

  private void fail(BooksApi api) {
    for (String error : List.of("missing", "conflict", "invalid", "gateway")) {
      change(api, "changeBook." + error, BookChange.builder());
    }
  }

  private void change(BooksApi api, String name, BookChange.Builder change) {
    calls.put(name, () -> changed(api.changeBook("b1", change.build())));
  }

  private BookChange read(String json) {
    try {
      return moshi.adapter(BookChange.class).fromJson(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String changed(Call<Book> call) {
    try {
      return body(call).title();
    } catch (NotFoundException e) {
      return "no book: " + transport.errorBody(e, Problem.class).message();
    } catch (CortexApiException e) {
      return e.status() == 409
          ? "at " + transport.errorBody(e, Conflict.class).holder().name()
          : "wrong " + transport.errorBody(e, Invalid.class).fields();
    }
  }

  private void lookUp(CatalogueApi api) {
    title("getBook", () -> api.getBook("b1"));
    text(
        "countStock",
        () ->
            api.countStock(
                "north/south",
                Genre.SCIENCE_FICTION,
                3,
                1L << 53,
                DAY,
                AT,
                new BigDecimal("1.50"),
                true,
                OWNER));
  }

  private void lend(LoansApi api) {
    PrintedBook book = PrintedBook.builder().bookId("b1").readerId("r1").build();
    calls.put("lend", () -> kind(body(api.lend(book))));
    calls.put("lend.disc", () -> kind(body(api.lend(Disc.builder().minutes(90).weeks(1).build()))));
    status(
        "reserve",
        () -> api.reserve(List.of(book, Room.builder().readerId("r1").seats(4).build())));
    text(
        "renewLoan",
        () ->
            api.renewLoan(
                "l1",
                "a b",
                7,
                1L << 53,
                new BigDecimal("1.50"),
                true,
                DAY,
                AT,
                OWNER,
                Genre.SCIENCE_FICTION,
                Renewal.builder().weeks(3).build()));
    text(
        "renewLoan.without-body",
        () -> api.renewLoan("l1", null, null, null, null, null, null, null, null, null));
    RenewLoanOptions options =
        RenewLoanOptions.builder()
            .xText("a b").xCount(7).xSerial(1L << 53).xPrice(new BigDecimal("1.50"))
            .xUrgent(true).xDay(DAY).xAt(AT).xOwner(OWNER).xGenre(Genre.SCIENCE_FICTION)
            .build();
    text(
        "renewLoan.options",
        () -> options.call(api, "l1", Renewal.builder().weeks(3).build()));
    text("renewLoan.options-without-body", () -> options.call(api, "l1"));
  }

  private static String kind(Lendable lent) {
    return lent.accept(other -> "another thing, " + other.kind() + " for " + lent.weeks());
  }

  private void signIn(DefaultApi api) {
    status("signIn", () -> api.signIn("a b&c=é", List.of("north", "south"), AT));
    status("signIn.required", () -> api.signIn("1", List.of(), null));
  }
}
