// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import library.model.Genre;
import library.model.Renewal;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The optional parameters of {@code renewLoan}.
 *
 * <p>Extends a loan.
 */
@Value.Immutable
public abstract class RenewLoanOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<RenewLoanOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<RenewLoanOptions>named("X-Text", RenewLoanOptions::xText)
                  .inHeader()
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Count", RenewLoanOptions::xCount)
                  .inHeader()
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("-2147483648")
                  .maximum("2147483647")
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Serial", RenewLoanOptions::xSerial)
                  .inHeader()
                  .kind(OptionalParameter.Kind.INTEGER)
                  .minimum("-9223372036854775808")
                  .maximum("9223372036854775807")
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Price", RenewLoanOptions::xPrice)
                  .inHeader()
                  .kind(OptionalParameter.Kind.NUMBER)
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Urgent", RenewLoanOptions::xUrgent)
                  .inHeader()
                  .choices("true", "false")
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Day", RenewLoanOptions::xDay)
                  .inHeader()
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-At", RenewLoanOptions::xAt)
                  .inHeader()
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Owner", RenewLoanOptions::xOwner)
                  .inHeader()
                  .build(),
              OptionalParameter.<RenewLoanOptions>named("X-Genre", RenewLoanOptions::xGenre)
                  .inHeader()
                  .choices("novel", "science-fiction", "poem")
                  .build()));

  RenewLoanOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code X-Text}. Omitted if null. */
  public abstract @Nullable String xText();

  /** {@code X-Count}. Omitted if null. */
  public abstract @Nullable Integer xCount();

  /** {@code X-Serial}. Omitted if null. */
  public abstract @Nullable Long xSerial();

  /** {@code X-Price}. Omitted if null. */
  public abstract @Nullable BigDecimal xPrice();

  /** {@code X-Urgent}. Omitted if null. */
  public abstract @Nullable Boolean xUrgent();

  /** {@code X-Day}. Omitted if null. */
  public abstract @Nullable LocalDate xDay();

  /** {@code X-At}. Omitted if null. */
  public abstract @Nullable Instant xAt();

  /** {@code X-Owner}. Omitted if null. */
  public abstract @Nullable String xOwner();

  /** {@code X-Genre}. Omitted if null. */
  public abstract @Nullable Genre xGenre();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param loanId {@code loan_id}.
   * @param renewal Length of the extension; two weeks if omitted.
   */
  public final Call<LocalDate> call(LoansApi api, String loanId, Renewal renewal) {
    return api.renewLoan(
        loanId, xText(), xCount(), xSerial(), xPrice(), xUrgent(), xDay(), xAt(), xOwner(),
        xGenre(), renewal);
  }

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param loanId {@code loan_id}.
   */
  public final Call<LocalDate> call(LoansApi api, String loanId) {
    return api.renewLoan(
        loanId, xText(), xCount(), xSerial(), xPrice(), xUrgent(), xDay(), xAt(), xOwner(),
        xGenre());
  }

  /** Returns a builder that has the parameters of this object. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects values outside the limits set by the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /**
   * Returns a string that shows enums, numbers, times and IDs, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("RenewLoanOptions")
        .add("xText", xText())
        .add("xCount", xCount())
        .add("xSerial", xSerial())
        .add("xPrice", xPrice())
        .add("xUrgent", xUrgent())
        .add("xDay", xDay())
        .add("xAt", xAt())
        .add("xOwner", xOwner())
        .add("xGenre", xGenre())
        .toString();
  }

  /** Builds a {@link RenewLoanOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableRenewLoanOptions.Builder {
    Builder() {}
  }
}
