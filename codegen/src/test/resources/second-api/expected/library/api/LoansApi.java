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

/** Loans and their due dates. */
public interface LoansApi {
  /**
   * Lends an item.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>201 {@code Lendable}: The item that was lent.
   * </ul>
   *
   * @param lendable The item to lend.
   */
  @POST("loans")
  Call<Lendable> lend(@Body Lendable lendable);

  /**
   * Extends a loan.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code LocalDate}: The new due date.
   * </ul>
   *
   * @param loanId {@code loan_id}.
   * @param xText {@code X-Text}. Omitted if null.
   * @param xCount {@code X-Count}. Omitted if null.
   * @param xSerial {@code X-Serial}. Omitted if null.
   * @param xPrice {@code X-Price}. Omitted if null.
   * @param xUrgent {@code X-Urgent}. Omitted if null.
   * @param xDay {@code X-Day}. Omitted if null.
   * @param xAt {@code X-At}. Omitted if null.
   * @param xOwner {@code X-Owner}. Omitted if null.
   * @param xGenre {@code X-Genre}. Omitted if null.
   * @param renewal Length of the extension; two weeks if omitted.
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
   * Extends a loan.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code LocalDate}: The new due date.
   * </ul>
   *
   * @param loanId {@code loan_id}.
   * @param xText {@code X-Text}. Omitted if null.
   * @param xCount {@code X-Count}. Omitted if null.
   * @param xSerial {@code X-Serial}. Omitted if null.
   * @param xPrice {@code X-Price}. Omitted if null.
   * @param xUrgent {@code X-Urgent}. Omitted if null.
   * @param xDay {@code X-Day}. Omitted if null.
   * @param xAt {@code X-At}. Omitted if null.
   * @param xOwner {@code X-Owner}. Omitted if null.
   * @param xGenre {@code X-Genre}. Omitted if null.
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
   * Reserves several items.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: The items are reserved.
   * </ul>
   *
   * @param reservable The items to reserve.
   */
  @PUT("reservations")
  Call<@Nullable Void> reserve(@Body List<Reservable> reservable);
}
