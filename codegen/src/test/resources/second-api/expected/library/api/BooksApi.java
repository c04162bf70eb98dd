// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import ai.withcortex.core.parameter.Delimited;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import library.model.Book;
import library.model.BookChange;
import library.model.Genre;
import library.model.Rights;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Multipart;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What the library has. */
public interface BooksApi {
  /**
   * Adds a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>201 {@code Book}: It is there now. Headers: {@code Location}.
   *   <li>409 {@code Conflict}: Somebody has it.
   *   <li>422 {@code Invalid}: Something in the request is wrong.
   *   <li>others: Anything else.
   * </ul>
   *
   * @param book The book.
   */
  @POST("books")
  Call<Book> addBook(@Body Book book);

  /**
   * Changes some properties of a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Book}: The book as it is now.
   *   <li>404 {@code Problem}: There is no such book.
   *   <li>409 {@code Conflict}: Somebody has it.
   *   <li>422 {@code Invalid}: Something in the request is wrong.
   * </ul>
   *
   * @param bookId ID of the book.
   * @param bookChange What changes; what is left out stays, and null clears.
   */
  @Headers("Content-Type: application/merge-patch+json")
  @PATCH("books/{book_id}")
  Call<Book> changeBook(@Path("book_id") String bookId, @Body BookChange bookChange);

  /**
   * Answers with a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Book}: The book.
   *   <li>404 {@code Problem}: There is no such book.
   * </ul>
   *
   * @param bookId ID of the book.
   */
  @GET("books/{book_id}")
  Call<Book> getBook(@Path("book_id") String bookId);

  /**
   * Answers with the books that have these IDs.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, Book>}: The books by ID.
   * </ul>
   *
   * @param ids IDs of the books.
   */
  @GET("books/several/{ids}")
  Call<Map<String, Book>> getSeveralBooks(
      @Path(value = "ids", encoded = true) @Delimited.By(',') Delimited<String> ids);

  /**
   * Tells whether there is such a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200: There is.
   * </ul>
   *
   * @param bookId ID of the book.
   */
  @HEAD("books/{book_id}")
  Call<@Nullable Void> headBook(@Path("book_id") String bookId);

  /**
   * Adds many books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<String>}: Their IDs, in the same order.
   * </ul>
   *
   * @param book The books.
   */
  @POST("books/import")
  Call<List<String>> importBooks(@Body List<Book> book);

  /**
   * Finds books.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<Book>}: The books.
   * </ul>
   *
   * @param available Whether it stands on its shelf.
   * @param text Words in the title. Null omits it.
   * @param minPages {@code min_pages}. Null omits it, which means {@code 1}.
   * @param afterId {@code after_id}. Null omits it.
   * @param maxPrice {@code max_price}. Null omits it.
   * @param minRating {@code min_rating}. Null omits it.
   * @param published {@code published}. Null omits it.
   * @param changedSince {@code changed_since}. Null omits it.
   * @param owner {@code owner}. Null omits it.
   * @param genre {@code genre}. Null omits it.
   * @param sort Properties to sort by. Null omits it, which means {@code title}.
   * @param isbn10 The old number. Null omits it. Deprecated.
   */
  @GET("books")
  Call<List<Book>> listBooks(
      @Query("available") boolean available,
      @Query("text") @Nullable String text,
      @Query("min_pages") @Nullable Integer minPages,
      @Query("after_id") @Nullable Long afterId,
      @Query("max_price") @Nullable BigDecimal maxPrice,
      @Query("min_rating") @Nullable Double minRating,
      @Query("published") @Nullable LocalDate published,
      @Query("changed_since") @Nullable Instant changedSince,
      @Query("owner") @Nullable String owner,
      @Query("genre") @Nullable Genre genre,
      @Query("sort") @Nullable String sort,
      @Query("isbn10") @Nullable String isbn10);

  /**
   * Finds books by lists of values.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<Book>}: The books.
   * </ul>
   *
   * @param author Names of authors.
   * @param tag Any of these. Null omits it.
   * @param id {@code id}. Null omits it.
   * @param day {@code day}. Null omits it.
   * @param genre {@code genre}. Null omits it.
   * @param shelf {@code shelf}. Null omits it.
   * @param xBranches {@code X-Branches}. Null omits it.
   */
  @GET("books/lists")
  Call<List<Book>> listBooksByLists(
      @Query(value = "author", encoded = true) @Delimited.By(',') Delimited<String> author,
      @Query("tag") @Nullable List<String> tag,
      @Query(value = "id", encoded = true) @Delimited.By(',') @Nullable Delimited<Long> id,
      @Query("day") @Delimited.By(' ') @Nullable Delimited<LocalDate> day,
      @Query("genre") @Delimited.By('|') @Nullable Delimited<Genre> genre,
      @Query("shelf") @Nullable List<Integer> shelf,
      @Header("X-Branches") @Delimited.By(',') @Nullable Delimited<String> xBranches);

  /**
   * Lists the titles that are lent most.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, BigDecimal>}: How often each title was lent.
   * </ul>
   */
  @Deprecated
  @Headers("Accept: application/vnd.library.counts+json")
  @GET("books/popular")
  Call<Map<String, BigDecimal>> listPopularBooks();

  /**
   * Removes a book.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: It is gone.
   *   <li>409 {@code Conflict}: Somebody has it.
   * </ul>
   *
   * @param bookId ID of the book.
   */
  @DELETE("books/{book_id}")
  Call<@Nullable Void> removeBook(@Path("book_id") String bookId);

  /**
   * Puts a book in the place of another.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Book}: The book as it is now.
   * </ul>
   *
   * @param bookId ID of the book.
   * @param ifMatch The version to replace.
   * @param book The book.
   */
  @PUT("books/{book_id}")
  Call<Book> replaceBook(
      @Path("book_id") String bookId, @Header("If-Match") String ifMatch, @Body Book book);

  /**
   * Uploads the picture of a cover.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: It is there.
   *   <li>422 {@code Invalid}: Something in the request is wrong.
   * </ul>
   *
   * @param bookId ID of the book.
   * @param width {@code width}.
   * @param picture A PNG or a JPEG. Create it with {@code
   *     MultipartBody.Part.createFormData("picture", fileName, body)}.
   * @param caption What stands below.
   * @param taken {@code taken}. Null omits it.
   * @param rights {@code rights}. Null omits it.
   * @param colors {@code colors}. Null omits it.
   * @param details {@code details}. Create it with {@code
   *     MultipartBody.Part.createFormData("details", fileName, body)}. Null omits it.
   */
  @Multipart
  @PUT("books/{book_id}/cover")
  Call<@Nullable Void> uploadCover(
      @Path("book_id") String bookId,
      @Part("width") int width,
      @Part MultipartBody.Part picture,
      @Part("caption") String caption,
      @Part("taken") @Nullable LocalDate taken,
      @Part("rights") @Nullable Rights rights,
      @Part("colors") @Nullable List<String> colors,
      @Part @Nullable List<MultipartBody.Part> details);
}
