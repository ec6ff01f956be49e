using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Failures of the gateway host: <c>error</c>, not <c>errors</c>, and the same again beside it.</summary>
internal static class GatewayHostEnvelope
{
    public static EmulatedResponse Failure(int status, int code, string message) => new()
    {
        Status = status,
        Body = JsonBody.Write((status, code, message), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", false);
            WriteEmptyArray(writer, "result");
            WriteEmptyArray(writer, "messages");
            writer.WriteStartArray("error");
            writer.WriteStartObject();
            writer.WriteNumber("code", state.code);
            writer.WriteString("message", state.message);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("name", "AiGatewayError");
            writer.WriteNumber("httpCode", state.status);
            writer.WriteNumber("internalCode", state.code);
            writer.WriteString("message", state.message);
            writer.WriteEndObject();
        }),
    };

    private static void WriteEmptyArray(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }
}
