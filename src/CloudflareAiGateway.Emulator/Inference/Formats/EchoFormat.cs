using System;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Paths whose shape the twin does not know: the answer says what the provider got.</summary>
internal sealed class EchoFormat : IModelFormat
{
    public static readonly EchoFormat Instance = new();

    public string RequestType => "universal";

    public ModelPrompt Read(ModelInput input) => new()
    {
        Model = input.Model ?? input.Json?.Text("model") ?? string.Empty,
        AllText = Encoding.UTF8.GetString(input.Body.Span),
    };

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now) => new()
    {
        Body = JsonBody.Write(input, static (writer, input) =>
        {
            writer.WriteStartObject();
            writer.WriteString("provider", input.Provider.Slug);
            if (UrlOf(input) is string url)
            {
                writer.WriteString("url", url);
            }

            writer.WriteString("method", input.Method);
            writer.WriteString("path", input.Path);
            writer.WriteString("query", input.Query);
            if (input.Json is JsonElement json)
            {
                writer.WritePropertyName("body");
                json.WriteTo(writer);
            }
            else
            {
                writer.WriteNumber("body_size", input.Body.Length);
            }

            writer.WriteEndObject();
        }),
        Text = prompt.AllText,
    };

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);

    /// <summary>Where the call goes, when that is not the provider's usual place.</summary>
    private static string? UrlOf(ModelInput input) =>
        input.Provider.BaseUrl is string baseUrl ? $"{baseUrl.TrimEnd('/')}/{input.Path}" : input.Provider.Slug == "fal" ? input.Headers["x-fal-target-url"] : null;
}
