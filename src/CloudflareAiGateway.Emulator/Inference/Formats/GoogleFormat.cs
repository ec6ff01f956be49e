using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Google's <c>generateContent</c> and <c>streamGenerateContent</c>.</summary>
internal sealed class GoogleFormat : ChatFormat
{
    public const string Method = ":generateContent";
    public const string StreamMethod = ":streamGenerateContent";

    public static readonly GoogleFormat Instance = new();

    public override ModelPrompt Read(ModelInput input)
    {
        if (input.Json is not JsonElement { ValueKind: JsonValueKind.Object } body)
        {
            return new ModelPrompt { Model = input.Model ?? string.Empty, Refusal = new ProviderRefusal(400, "Invalid JSON payload received.") };
        }

        var builder = new PromptBuilder();
        ReadParts("system", Member(body, "systemInstruction", "system_instruction").Member("parts"), builder);
        builder.EndMessage();
        foreach (JsonElement content in body.Member("contents").Items())
        {
            ReadParts(content.Text("role") ?? "user", content.Member("parts"), builder);
            builder.EndMessage();
        }

        foreach (JsonElement tool in body.Member("tools").Items())
        {
            foreach (JsonElement function in Member(tool, "functionDeclarations", "function_declarations").Items())
            {
                builder.AddTool(function.Text("name"), Member(function, "parameters", "parametersJsonSchema"));
            }
        }

        JsonElement config = Member(body, "generationConfig", "generation_config");
        return builder.Build() with
        {
            Model = input.Model ?? string.Empty,
            Streams = input.Path.EndsWith(StreamMethod, StringComparison.Ordinal),
            MaxTokens = config.Number("maxOutputTokens"),
            ToolWish = ReadChoice(body.Member("toolConfig").Member("functionCallingConfig")),
            WantsJson = config.Text("responseMimeType") == LogTraits.Json,
            JsonSchema = Member(config, "responseSchema", "responseJsonSchema"),
            Refusal = Check(input, body),
        };
    }

    public override ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.Google(refusal);

    protected override string StreamContentType(ModelInput input) => IsEventStream(input) ? LogTraits.EventStream : LogTraits.Json;

    protected override void Write(Utf8JsonWriter writer, ModelAnswer answer) => WriteChunk(writer, answer, answer.Text, isLast: true);

    protected override IReadOnlyList<ReadOnlyMemory<byte>> Stream(ModelAnswer answer, ModelPrompt prompt, ModelInput input)
    {
        var words = new List<string>(answer.Words);
        if (words.Count == 0)
        {
            words.Add(string.Empty);
        }

        bool isEventStream = IsEventStream(input);
        var events = new List<ReadOnlyMemory<byte>>();
        for (int i = 0; i < words.Count; i++)
        {
            (ModelAnswer answer, string word, bool isLast) state = (answer, words[i], i == words.Count - 1);
            if (isEventStream)
            {
                events.Add(ServerSentEvent.Data(state, static (writer, state) => WriteChunk(writer, state.answer, state.word, state.isLast)));
                continue;
            }

            // Without alt=sse the stream is one list that grows.
            events.Add(i == 0 ? "["u8.ToArray() : ",\r\n"u8.ToArray());
            events.Add(JsonBody.Write(state, static (writer, state) => WriteChunk(writer, state.answer, state.word, state.isLast)));
        }

        if (!isEventStream)
        {
            events.Add("]"u8.ToArray());
        }

        return events;
    }

    private static bool IsEventStream(ModelInput input) => new QueryString(input.Query)["alt"] == "sse";

    private static ProviderRefusal? Check(ModelInput input, JsonElement body)
    {
        if (input.Model is not string model || !input.Provider.MayHave(model))
        {
            return new ProviderRefusal(404, $"models/{input.Model} is not found for API version v1beta, or is not supported for generateContent.");
        }

        return body.Member("contents").ValueKind == JsonValueKind.Array && body.Member("contents").GetArrayLength() > 0
            ? null
            : new ProviderRefusal(400, "* GenerateContentRequest.contents: contents is not specified");
    }

    /// <summary>A member by the name of the documentation, or by another one that is taken too.</summary>
    private static JsonElement Member(JsonElement element, string name, string other) =>
        element.Member(name) is { ValueKind: not JsonValueKind.Undefined } member ? member : element.Member(other);

    private static void ReadParts(string role, JsonElement parts, PromptBuilder builder)
    {
        foreach (JsonElement part in parts.Items())
        {
            if (part.Text("text") is string text)
            {
                builder.Add(role, text);
            }
            else if (Member(part, "inlineData", "inline_data").ValueKind == JsonValueKind.Object || part.Member("fileData").ValueKind == JsonValueKind.Object)
            {
                builder.AddImage();
            }
            else if (part.Member("functionResponse").Member("response") is { ValueKind: not JsonValueKind.Undefined } response)
            {
                builder.AddToolResult(response.GetRawText());
            }
        }
    }

    private static ToolWish ReadChoice(JsonElement config) => config.Text("mode") switch
    {
        "NONE" => ToolWish.None,
        "ANY" when config.Member("allowedFunctionNames") is { ValueKind: JsonValueKind.Array } names && names.GetArrayLength() > 0 =>
            ToolWish.Named(names[0].AsText() ?? string.Empty),
        "ANY" => ToolWish.Any,
        _ => ToolWish.Auto,
    };

    private static void WriteChunk(Utf8JsonWriter writer, ModelAnswer answer, string text, bool isLast)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("candidates");
        writer.WriteStartObject();
        writer.WriteStartObject("content");
        writer.WriteStartArray("parts");
        writer.WriteStartObject();
        if (answer.ToolCall is ToolCall call)
        {
            writer.WriteStartObject("functionCall");
            writer.WriteString("name", call.Name);
            writer.WritePropertyName("args");
            writer.WriteRawValue(call.Arguments);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("text", text);
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("role", "model");
        writer.WriteEndObject();
        if (isLast)
        {
            writer.WriteString("finishReason", answer.Finish == FinishReason.Length ? "MAX_TOKENS" : "STOP");
        }

        writer.WriteNumber("index", 0);
        writer.WriteEndObject();
        writer.WriteEndArray();
        WriteUsage(writer, answer);
        writer.WriteString("modelVersion", answer.Model);
        writer.WriteString("responseId", answer.Id);
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, ModelAnswer answer)
    {
        writer.WriteStartObject("usageMetadata");
        writer.WriteNumber("promptTokenCount", answer.TokensIn);
        writer.WriteNumber("candidatesTokenCount", answer.TokensOut);
        writer.WriteNumber("totalTokenCount", answer.TokensIn + answer.TokensOut);
        if (answer.CachedTokens > 0)
        {
            writer.WriteNumber("cachedContentTokenCount", answer.CachedTokens);
        }

        writer.WriteEndObject();
    }
}
