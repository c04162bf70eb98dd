// Generated from "Files" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.Description;
import java.util.Map;
import okhttp3.MultipartBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Adds a draft.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Added.
   * </ul>
   *
   * @param text {@code text}. Omitted if null.
   */
  @FormUrlEncoded
  @POST("drafts")
  Call<@Nullable Void> addDraft(@Field("text") @Nullable String text);

  /**
   * Attaches a file, a note, or both.
   *
   * <p>Set at least one part, because a multipart body cannot be empty.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Attached.
   * </ul>
   *
   * @param file The file. Create it with {@code MultipartBody.Part.createFormData("file", fileName,
   *     body)}. Omitted if null.
   * @param note The note. Omitted if null.
   */
  @Multipart
  @POST("attachments")
  Call<@Nullable Void> attach(
      @Part MultipartBody.@Nullable Part file, @Part("note") @Nullable String note);

  /**
   * Changes the picture, or removes it.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Changed.
   * </ul>
   *
   * @param notify {@code notify}.
   * @param file {@code file}. Create it with {@code MultipartBody.Part.createFormData("file",
   *     fileName, body)}.
   * @param reason {@code reason}. Omitted if null.
   * @param size {@code size}. Omitted if null.
   * @since 1.5.0
   */
  @Multipart
  @PUT("avatars")
  Call<@Nullable Void> changeAvatar(
      @Query("notify") boolean notify,
      @Part MultipartBody.Part file,
      @Query("reason") @Nullable String reason,
      @Part("size") @Nullable Integer size);

  /**
   * Changes the picture, or removes it.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Changed.
   * </ul>
   *
   * @param notify {@code notify}.
   * @param file {@code file}. Create it with {@code MultipartBody.Part.createFormData("file",
   *     fileName, body)}.
   * @param reason {@code reason}. Omitted if null.
   */
  @Multipart
  @PUT("avatars")
  Call<@Nullable Void> changeAvatar(
      @Query("notify") boolean notify,
      @Part MultipartBody.Part file,
      @Query("reason") @Nullable String reason);

  /**
   * Changes the picture, or removes it.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Changed.
   * </ul>
   *
   * @param notify {@code notify}.
   * @param reason {@code reason}. Omitted if null.
   */
  @PUT("avatars")
  Call<@Nullable Void> changeAvatar(
      @Query("notify") boolean notify, @Query("reason") @Nullable String reason);

  /**
   * Describes files, whose bytes are text here.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, String>}: The bytes of files by name.
   * </ul>
   *
   * @param description {@code Description}.
   */
  @POST("files")
  Call<Map<String, String>> describe(@Body Description description);
}
