package ai.withcortex.core;

import okhttp3.Request;
import retrofit2.Call;

/**
 * One sending of a call.
 *
 * @param <T> what the body is read as
 */
final class Attempt<T> {
  final Call<T> call;
  final Request request;

  /** 1 for the first, 0 while there is none. */
  final int number;

  final long limitNanos;

  /** Whether the limit is what was left of the total. */
  final boolean isLimitedByTotal;

  Attempt(Call<T> call, Request request, int number, long limitNanos, boolean isLimitedByTotal) {
    this.call = call;
    this.request = request;
    this.number = number;
    this.limitNanos = limitNanos;
    this.isLimitedByTotal = isLimitedByTotal;
  }
}
