using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Failures of the gateway host: <c>error</c>, not <c>errors</c>, and the same again beside it.</summary>
internal static class GatewayHostEnvelope
{
    public static EmulatedResponse Failure(GatewayRefusal refusal) => new()
    {
        Status = refusal.Status,
        Body = JsonBody.Write(refusal, static (writer, refusal) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", false);
            WriteEmptyArray(writer, "result");
            WriteEmptyArray(writer, "messages");
            writer.WriteStartArray("error");
            writer.WriteStartObject();
            WriteCode(writer, "code", refusal);
            writer.WriteString("message", refusal.Message);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("name", "AiGatewayError");
            writer.WriteNumber("httpCode", refusal.Status);
            WriteCode(writer, "internalCode", refusal);
            writer.WriteString("message", refusal.Message);
            writer.WriteEndObject();
        }),
    };

    private static void WriteCode(Utf8JsonWriter writer, string name, GatewayRefusal refusal)
    {
        if (refusal.Code is int code)
        {
            writer.WriteNumber(name, code);
        }
    }

    private static void WriteEmptyArray(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }
}
