// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import library.model.Genre;
import library.model.Lendable;
import library.model.Renewal;
import library.model.Reservable;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/** Who has what, and until when. */
public interface LoansApi {
  /**
   * Lends anything.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>201 {@code Lendable}: What is lent now.
   * </ul>
   *
   * @param lendable What is lent.
   */
  @POST("loans")
  Call<Lendable> lend(@Body Lendable lendable);

  /**
   * Makes a loan longer.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code LocalDate}: The last day.
   * </ul>
   *
   * @param loanId {@code loan_id}.
   * @param xText {@code X-Text}. Null omits it.
   * @param xCount {@code X-Count}. Null omits it.
   * @param xSerial {@code X-Serial}. Null omits it.
   * @param xPrice {@code X-Price}. Null omits it.
   * @param xUrgent {@code X-Urgent}. Null omits it.
   * @param xDay {@code X-Day}. Null omits it.
   * @param xAt {@code X-At}. Null omits it.
   * @param xOwner {@code X-Owner}. Null omits it.
   * @param xGenre {@code X-Genre}. Null omits it.
   * @param renewal How long; two weeks if it is left out.
   */
  @POST("loans/{loan_id}/renewal")
  Call<LocalDate> renewLoan(
      @Path("loan_id") String loanId,
      @Header("X-Text") @Nullable String xText,
      @Header("X-Count") @Nullable Integer xCount,
      @Header("X-Serial") @Nullable Long xSerial,
      @Header("X-Price") @Nullable BigDecimal xPrice,
      @Header("X-Urgent") @Nullable Boolean xUrgent,
      @Header("X-Day") @Nullable LocalDate xDay,
      @Header("X-At") @Nullable Instant xAt,
      @Header("X-Owner") @Nullable String xOwner,
      @Header("X-Genre") @Nullable Genre xGenre,
      @Body Renewal renewal);

  /**
   * Makes a loan longer.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code LocalDate}: The last day.
   * </ul>
   *
   * @param loanId {@code loan_id}.
   * @param xText {@code X-Text}. Null omits it.
   * @param xCount {@code X-Count}. Null omits it.
   * @param xSerial {@code X-Serial}. Null omits it.
   * @param xPrice {@code X-Price}. Null omits it.
   * @param xUrgent {@code X-Urgent}. Null omits it.
   * @param xDay {@code X-Day}. Null omits it.
   * @param xAt {@code X-At}. Null omits it.
   * @param xOwner {@code X-Owner}. Null omits it.
   * @param xGenre {@code X-Genre}. Null omits it.
   */
  @POST("loans/{loan_id}/renewal")
  Call<LocalDate> renewLoan(
      @Path("loan_id") String loanId,
      @Header("X-Text") @Nullable String xText,
      @Header("X-Count") @Nullable Integer xCount,
      @Header("X-Serial") @Nullable Long xSerial,
      @Header("X-Price") @Nullable BigDecimal xPrice,
      @Header("X-Urgent") @Nullable Boolean xUrgent,
      @Header("X-Day") @Nullable LocalDate xDay,
      @Header("X-At") @Nullable Instant xAt,
      @Header("X-Owner") @Nullable String xOwner,
      @Header("X-Genre") @Nullable Genre xGenre);

  /**
   * Reserves all of these.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: They are.
   * </ul>
   *
   * @param reservable What is reserved.
   */
  @PUT("reservations")
  Call<@Nullable Void> reserve(@Body List<Reservable> reservable);
}
