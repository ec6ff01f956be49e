using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Errors in the words of the providers.</summary>
internal static class ErrorBody
{
    /// <summary>The form of OpenAI, which most others have taken over.</summary>
    public static ProviderReply OpenAi(ProviderRefusal refusal) => Make(refusal, static (writer, refusal) =>
    {
        writer.WriteStartObject("error");
        writer.WriteString("message", refusal.Message);
        writer.WriteString("type", refusal.Status >= 500 ? "server_error" : refusal.Status == 429 ? "rate_limit_error" : "invalid_request_error");
        writer.WriteNull("param");
        writer.WriteString("code", refusal.Code);
        writer.WriteEndObject();
    });

    public static ProviderReply Anthropic(ProviderRefusal refusal) => Make(refusal, static (writer, refusal) =>
    {
        writer.WriteString("type", "error");
        writer.WriteStartObject("error");
        writer.WriteString("type", refusal.Status switch
        {
            401 => "authentication_error",
            403 => "permission_error",
            404 => "not_found_error",
            429 => "rate_limit_error",
            529 => "overloaded_error",
            >= 500 => "api_error",
            _ => "invalid_request_error",
        });
        writer.WriteString("message", refusal.Message);
        writer.WriteEndObject();
    });

    public static ProviderReply Google(ProviderRefusal refusal) => Make(refusal, static (writer, refusal) =>
    {
        writer.WriteStartObject("error");
        writer.WriteNumber("code", refusal.Status);
        writer.WriteString("message", refusal.Message);
        writer.WriteString("status", refusal.Status switch
        {
            401 => "UNAUTHENTICATED",
            403 => "PERMISSION_DENIED",
            404 => "NOT_FOUND",
            429 => "RESOURCE_EXHAUSTED",
            503 => "UNAVAILABLE",
            >= 500 => "INTERNAL",
            _ => "INVALID_ARGUMENT",
        });
        writer.WriteEndObject();
    });

    public static ProviderReply WorkersAi(ProviderRefusal refusal) => Make(refusal, static (writer, refusal) =>
    {
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", "AiError: " + refusal.Message);
        writer.WriteNumber("code", refusal.Status switch { 401 => 10000, 404 => 5007, 429 => 3040, >= 500 => 3043, _ => 5006 });
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteBoolean("success", false);
        writer.WriteStartObject("result");
        writer.WriteEndObject();
        writer.WriteStartArray("messages");
        writer.WriteEndArray();
    });

    private static ProviderReply Make(ProviderRefusal refusal, System.Action<Utf8JsonWriter, ProviderRefusal> write) => new()
    {
        Status = refusal.Status,
        Body = JsonBody.Write((refusal, write), static (writer, state) =>
        {
            writer.WriteStartObject();
            state.write(writer, state.refusal);
            writer.WriteEndObject();
        }),
    };
}
