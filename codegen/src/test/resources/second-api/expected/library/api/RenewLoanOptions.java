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
 * <p>Makes a loan longer.
 */
@Value.Immutable
public abstract class RenewLoanOptions {
  /** What the spec says about each parameter; unmodifiable. */
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

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code X-Text}. Null omits it. */
  public abstract @Nullable String xText();

  /** {@code X-Count}. Null omits it. */
  public abstract @Nullable Integer xCount();

  /** {@code X-Serial}. Null omits it. */
  public abstract @Nullable Long xSerial();

  /** {@code X-Price}. Null omits it. */
  public abstract @Nullable BigDecimal xPrice();

  /** {@code X-Urgent}. Null omits it. */
  public abstract @Nullable Boolean xUrgent();

  /** {@code X-Day}. Null omits it. */
  public abstract @Nullable LocalDate xDay();

  /** {@code X-At}. Null omits it. */
  public abstract @Nullable Instant xAt();

  /** {@code X-Owner}. Null omits it. */
  public abstract @Nullable String xOwner();

  /** {@code X-Genre}. Null omits it. */
  public abstract @Nullable Genre xGenre();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   * @param loanId {@code loan_id}.
   * @param renewal How long; two weeks if it is left out.
   */
  public final Call<LocalDate> call(LoansApi api, String loanId, Renewal renewal) {
    return api.renewLoan(
        loanId, xText(), xCount(), xSerial(), xPrice(), xUrgent(), xDay(), xAt(), xOwner(),
        xGenre(), renewal);
  }

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   * @param loanId {@code loan_id}.
   */
  public final Call<LocalDate> call(LoansApi api, String loanId) {
    return api.renewLoan(
        loanId, xText(), xCount(), xSerial(), xPrice(), xUrgent(), xDay(), xAt(), xOwner(),
        xGenre());
  }

  /** Returns a builder with the parameters of this value. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects values outside the limits of the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /** Shows enums, numbers, times and IDs, and only the size of everything else. */
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

  /** Builds a {@link RenewLoanOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableRenewLoanOptions.Builder {
    Builder() {}
  }
}
